// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#if __has_include(<xsimd/xsimd.hpp>)
#include <trident/numerics/pack.hpp>
#endif

#include <trident/physics/concepts.hpp>
#include <trident/physics/particle.hpp>
#include <trident/target/energy_panel.hpp>
#include <trident/target/struck_nucleon.hpp>

namespace trident {

/// Any continuum response of the library as one type, with either of its sets of constants: where the number of types
/// matters more than speed. It is asked for many points in one call. Structure functions and limits are those with the
/// constants pdg, whose masses their fits have: others differ by less than 1e-6. Copies share the response.
class any_continuum {
public:
  static constexpr response_kind kind = response_kind::continuum;
  static constexpr bool has_magnetic_structure = true;
  static constexpr bool takes_packs = true;

  template <class T>
    requires(ContinuumResponse<T, pdg>&& ContinuumResponse<T, teg2019> && !std::same_as<T, any_continuum>)
  explicit any_continuum(T response) : response_(std::make_shared<holder<T> const>(std::move(response))) {}

  template <Constants C = pdg>
  double mass(C constants = {}) const {
    require_known<C>();
    return response_->mass(constants);
  } ///< [GeV]

  /// W2 and W1 [1/GeV].
  template <class Real, Constants C = pdg>
  hadron_structure<Real> structure(Real nu, Real q2, C = {}) const {
    using lanes = detail::lanes<Real>;
    if constexpr (lanes::count == 1) {
      auto const w = response_->structure(static_cast<double>(nu), static_cast<double>(q2));
      return {Real(w.electric), Real(w.magnetic)};
    } else {
      points<lanes::count> all;
      std::size_t lane = 0;
      lanes::map(
          [&](double one, double q2_of_one) {
            all.nu[lane] = one;
            all.q2[lane++] = q2_of_one;
            return std::array<double, 1>{};
          },
          nu, q2);
      response_->structures(lanes::count, all.nu, all.q2, all.electric, all.magnetic);
      lane = 0;
      auto const [electric, magnetic] = lanes::map(
          [&](double) {
            std::array<double, 2> const w{all.electric[lane], all.magnetic[lane]};
            ++lane;
            return w;
          },
          nu);
      return {electric, magnetic};
    }
  }

  template <Constants C = pdg>
  energy_transfer_line lowest_energy_transfer(C = {}) const {
    return response_->lowest_energy_transfer();
  }
  template <Constants C = pdg>
  std::vector<energy_panel> panels(double q2, double largest, C = {}) const {
    return response_->panels(q2, largest);
  }
  /// Moments at one Q2 as a function of the largest nu, and the panels that they are made from.
  class slice {
  public:
    response_moments operator()(double nu) const { return moments_(nu); }
    std::vector<energy_panel> const& panels() const { return panels_; }

  private:
    friend class any_continuum;
    template <class Slice>
    explicit slice(Slice known) {
      if constexpr (requires { known.panels(); })
        panels_.assign(known.panels().begin(), known.panels().end());
      moments_ = std::move(known);
    }
    std::function<response_moments(double)> moments_;
    std::vector<energy_panel> panels_;
  };
  template <Constants C = pdg>
  slice at_q2(double q2, double largest, double relative_error, C = {}) const {
    return response_->at_q2(q2, largest, relative_error);
  }
  template <Constants C = pdg>
  response_moments moments(double q2, double nu, C = {}) const {
    return response_->moments(q2, nu);
  }
  /// Q2 at which the response has a kink [GeV^2].
  std::vector<double> q2_breaks() const { return response_->q2_breaks(); }

  /// What leaves the vertex, and what programs that hadronise take in its place: see hadronic_vertex.
  std::vector<particle> products(hadronic_vertex const& vertex) const { return response_->products(vertex); }
  std::vector<particle> constituents(hadronic_vertex const& vertex) const {
    return response_->constituents(vertex);
  }

  /// Of a response of nucleons that move; see TellsStruckNucleons.
  bool tells_struck_nucleons() const { return response_->tells_struck_nucleons(); }
  template <Constants C = pdg>
  struck_nucleons struck(double nu, double q2, lepton_weights const& leptons, std::array<double, 4> const& u,
                         C = {}) const {
    return response_->struck(nu, q2, leptons, u);
  }
  double struck_energy(struck_nucleons const& all, double share) const {
    return response_->struck_energy(all, share);
  }

  scattering_regime regime() const { return response_->regime(); }
  double maximum_q2() const { return response_->maximum_q2(); } ///< [GeV^2]
  std::string_view name() const { return response_->name(); }
  int pdg_code() const { return response_->pdg_code(); }

private:
  template <class C>
  static constexpr void require_known() {
    static_assert(
        std::is_same_v<C, pdg> || std::is_same_v<C, teg2019>,
        "trident: any_continuum knows the constants pdg and teg2019; use the response itself with others");
  }

  template <std::size_t Count>
  struct points {
    alignas(64) double nu[Count];
    alignas(64) double q2[Count];
    alignas(64) double electric[Count];
    alignas(64) double magnetic[Count];
  };

  /// What is asked of it, whatever its type.
  struct interface {
    virtual ~interface() = default;
    virtual double mass(pdg) const = 0;
    virtual double mass(teg2019) const = 0;
    virtual hadron_structure<double> structure(double nu, double q2) const = 0;
    /// At `count` points, in arrays that are aligned for packs.
    virtual void structures(std::size_t count, double const* nu, double const* q2, double* electric,
                            double* magnetic) const = 0;
    virtual energy_transfer_line lowest_energy_transfer() const = 0;
    virtual std::vector<energy_panel> panels(double q2, double largest) const = 0;
    virtual slice at_q2(double q2, double largest, double relative_error) const = 0;
    virtual response_moments moments(double q2, double nu) const = 0;
    virtual std::vector<double> q2_breaks() const = 0;
    virtual std::vector<particle> products(hadronic_vertex const& vertex) const = 0;
    virtual std::vector<particle> constituents(hadronic_vertex const& vertex) const = 0;
    virtual bool tells_struck_nucleons() const = 0;
    virtual struck_nucleons struck(double nu, double q2, lepton_weights const& leptons,
                                   std::array<double, 4> const& u) const = 0;
    virtual double struck_energy(struck_nucleons const& all, double share) const = 0;
    virtual scattering_regime regime() const = 0;
    virtual double maximum_q2() const = 0;
    virtual std::string_view name() const = 0;
    virtual int pdg_code() const = 0;
  };

  template <class T>
  struct holder final : interface {
    explicit holder(T held) : response(std::move(held)) {}
    double mass(pdg c) const override { return response.mass(c); }
    double mass(teg2019 c) const override { return response.mass(c); }
    hadron_structure<double> structure(double nu, double q2) const override {
      return response.structure(nu, q2, pdg{});
    }
    void structures(std::size_t count, double const* nu, double const* q2, double* electric,
                    double* magnetic) const override {
      std::size_t i = 0;
#if __has_include(<xsimd/xsimd.hpp>)
      if constexpr (detail::takes_packs<T>)
        for (; i + pack::size <= count; i += pack::size) {
          auto const w = response.structure(pack::load_aligned(nu + i), pack::load_aligned(q2 + i), pdg{});
          w.electric.store_aligned(electric + i);
          w.magnetic.store_aligned(magnetic + i);
        }
#endif
      for (; i < count; ++i) {
        auto const w = structure(nu[i], q2[i]);
        electric[i] = w.electric;
        magnetic[i] = w.magnetic;
      }
    }
    energy_transfer_line lowest_energy_transfer() const override {
      return response.lowest_energy_transfer(pdg{});
    }
    std::vector<energy_panel> panels(double q2, double largest) const override {
      return response.panels(q2, largest, pdg{});
    }
    slice at_q2(double q2, double largest, double relative_error) const override {
      return slice(slice_at(q2, largest, relative_error));
    }
    response_moments moments(double q2, double nu) const override { return response.moments(q2, nu, pdg{}); }
    std::vector<double> q2_breaks() const override {
      if constexpr (requires { response.q2_breaks(); }) {
        auto const all = response.q2_breaks();
        return {all.begin(), all.end()};
      } else {
        return {};
      }
    }
    std::vector<particle> products(hadronic_vertex const& vertex) const override {
      if constexpr (requires { response.products(vertex); }) {
        auto const all = response.products(vertex);
        return {all.begin(), all.end()};
      } else {
        return {{vertex.struck.pdg_code, vertex.struck.mass, vertex.momentum}};
      }
    }
    std::vector<particle> constituents(hadronic_vertex const& vertex) const override {
      if constexpr (requires { response.constituents(vertex); }) {
        auto const all = response.constituents(vertex);
        return {all.begin(), all.end()};
      } else {
        return {};
      }
    }
    bool tells_struck_nucleons() const override { return trident::tells_struck_nucleons(response); }
    struck_nucleons struck(double nu, double q2, lepton_weights const& leptons,
                           std::array<double, 4> const& u) const override {
      if constexpr (TellsStruckNucleons<T>)
        return response.struck(nu, q2, leptons, u, pdg{});
      else
        throw std::logic_error("any_continuum: its nucleons do not move");
    }
    double struck_energy(struck_nucleons const& all, double share) const override {
      if constexpr (TellsStruckNucleons<T>)
        return response.struck_energy(all, share);
      else
        throw std::logic_error("any_continuum: its nucleons do not move");
    }
    scattering_regime regime() const override { return regime_of_target(response); }
    double maximum_q2() const override { return response.maximum_q2(); }
    std::string_view name() const override { return response.name(); }
    int pdg_code() const override { return response.pdg_code(); }
    auto slice_at(double q2, double largest, double relative_error) const {
#if __has_include(<xsimd/xsimd.hpp>)
      if constexpr (requires { response.template at_q2<pack>(q2, largest, relative_error, pdg{}); })
        return response.template at_q2<pack>(q2, largest, relative_error, pdg{});
      else
#endif
        return response.at_q2(q2, largest, relative_error, pdg{});
    }
    T response;
  };

  std::shared_ptr<interface const> response_;
};

} // namespace trident
