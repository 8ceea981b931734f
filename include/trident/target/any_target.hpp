// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include <trident/physics/concepts.hpp>
#include <trident/target/choice.hpp>

namespace trident {

/// Any elastic target as one type, with either of the library's sets of constants: for integrals that want its structure
/// functions at few points and contract no tensor with it, and where the number of types matters more than speed. Copies
/// share the target.
class any_target {
public:
  static constexpr bool has_magnetic_structure = true; // of a nucleus it is zero

  template <class T>
    requires(ElasticResponse<T, pdg>&& ElasticResponse<T, teg2019> && !std::same_as<T, any_target>)
  explicit any_target(T target) : target_(std::make_shared<holder<T> const>(std::move(target))) {}

  /// Of one that is elastic; throws std::logic_error of another.
  explicit any_target(registry::target_choice const& chosen)
      : any_target(std::visit(
            []<class T>(T const& target) {
              if constexpr (kind_of<T> == response_kind::elastic)
                return any_target(target);
              else
                return not_elastic();
            },
            chosen)) {}

  template <Constants C = pdg>
  double mass(C constants = {}) const {
    require_known<C>();
    return target_->mass(constants);
  } ///< [GeV]
  template <Constants C = pdg>
  hadron_structure<double> structure(double q2, C constants = {}) const {
    require_known<C>();
    return target_->structure(q2, constants);
  }
  double maximum_q2() const { return target_->maximum_q2(); } ///< [GeV^2]
  std::string_view name() const { return target_->name(); }
  int pdg_code() const { return target_->pdg_code(); }

private:
  [[noreturn]] static any_target not_elastic() {
    throw std::logic_error("any_target: a continuum is an any_continuum");
  }

  template <class C>
  static constexpr void require_known() {
    static_assert(
        std::is_same_v<C, pdg> || std::is_same_v<C, teg2019>,
        "trident: any_target knows the constants pdg and teg2019; use the target itself with others");
  }

  /// What is asked of it, whatever its type.
  struct interface {
    virtual ~interface() = default;
    virtual double mass(pdg) const = 0;
    virtual double mass(teg2019) const = 0;
    virtual hadron_structure<double> structure(double q2, pdg) const = 0;
    virtual hadron_structure<double> structure(double q2, teg2019) const = 0;
    virtual double maximum_q2() const = 0;
    virtual std::string_view name() const = 0;
    virtual int pdg_code() const = 0;
  };

  template <class T>
  struct holder final : interface {
    explicit holder(T held) : target(std::move(held)) {}
    double mass(pdg c) const override { return target.mass(c); }
    double mass(teg2019 c) const override { return target.mass(c); }
    hadron_structure<double> structure(double q2, pdg c) const override { return target.structure(q2, c); }
    hadron_structure<double> structure(double q2, teg2019 c) const override {
      return target.structure(q2, c);
    }
    double maximum_q2() const override { return target.maximum_q2(); }
    std::string_view name() const override { return target.name(); }
    int pdg_code() const override { return target.pdg_code(); }
    T target;
  };

  std::shared_ptr<interface const> target_;
};

static_assert(Target<any_target>);

namespace registry {
using trident::any_target;
} // namespace registry

} // namespace trident
