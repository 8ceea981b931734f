// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <utility>

#include <trident/cross_section/integrand.hpp>

namespace trident {

/// A configuration without its target: all that several targets have in common.
template <Process P, Flux F, class M, Constants C = pdg>
  requires(ModelFor<M, P, C> || CurrentModelFor<M, P, C>)
class leptonic_part {
public:
  using process_type = P;
  using flux_type = F;
  using model_type = M;
  using constants_type = C;
  using current_type = decltype(make_current<C>(std::declval<P const&>(), std::declval<M const&>()));

  leptonic_part(P process, F flux, M model, C = {})
      : process_(std::move(process)), flux_(std::move(flux)), model_(std::move(model)),
        current_(make_current<C>(process_, model_)) {}

  P const& process() const { return process_; }
  F const& flux() const { return flux_; }
  M const& model() const { return model_; }
  current_type const& current() const { return current_; }
  pair_masses<double> masses() const { return current_.masses(); }

  /// Chiral couplings (c_L, c_R) of the pair; exchanged for antineutrinos.
  template <class Real>
  std::array<Real, 2> chiral_couplings(Real transfer) const requires ModelFor<M, P, C> {
    return current_.chiral_couplings(transfer);
  }

private:
  P process_;
  F flux_;
  M model_;
  current_type current_;
};

template <class P, class F, class M>
leptonic_part(P, F, M) -> leptonic_part<P, F, M, pdg>;
template <class P, class F, class M, class C>
leptonic_part(P, F, M, C) -> leptonic_part<P, F, M, C>;

} // namespace trident
