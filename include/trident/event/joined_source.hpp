// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <trident/cross_section/estimate.hpp>
#include <trident/event/source.hpp>

namespace trident {

/// Sources of the shares of one integrand as one source.
class joined_source final : public event_source {
public:
  /// All of one description, one at least.
  explicit joined_source(std::vector<std::shared_ptr<event_source const>> parts) : parts_(std::move(parts)) {
    for (auto const& one : parts_) {
      detail::add_component(sum_, {one->cross_section(), false}, 1);
      cumulative_.push_back(envelope() + one->envelope());
    }
  }

  source_description const& description() const override { return parts_.front()->description(); }
  integral_estimate const& cross_section() const override { return sum_; }
  double envelope() const override { return cumulative_.empty() ? 0 : cumulative_.back(); }

  void ratios(std::span<trial const> trials, std::span<double const> choices,
              std::span<double> values) const override {
    std::vector<trial> own;
    std::vector<double> own_choices, own_values;
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      own.clear();
      own_choices.clear();
      for (std::size_t i = 0; i < trials.size(); ++i)
        if (auto const at = place_of(choices[i]); at.part == part) {
          own.push_back(trials[i]);
          own_choices.push_back(at.choice);
        }
      own_values.resize(own.size());
      parts_[part]->ratios(own, own_choices, own_values);
      std::size_t next = 0;
      for (std::size_t i = 0; i < trials.size(); ++i)
        if (place_of(choices[i]).part == part) values[i] = own_values[next++];
    }
  }

  event make(trial const& which, double choice, double azimuth, double parent) const override {
    auto const at = place_of(choice);
    return parts_[at.part]->make(which, at.choice, azimuth, parent);
  }

  std::vector<event_integrand const*> integrands() const override {
    std::vector<event_integrand const*> all;
    for (auto const& one : parts_)
      for (auto const* part : one->integrands()) all.push_back(part);
    return all;
  }

private:
  struct place {
    std::size_t part;
    double choice; ///< within the part
  };

  /// Parts in proportion to their envelopes.
  place place_of(double choice) const {
    double const position = choice * cumulative_.back();
    std::size_t part = 0;
    while (part + 1 < cumulative_.size() && position >= cumulative_[part]) ++part;
    double const before = part == 0 ? 0 : cumulative_[part - 1];
    return {part, std::clamp((position - before) / (cumulative_[part] - before), 0.0, 1 - 0x1p-53)};
  }

  std::vector<std::shared_ptr<event_source const>> parts_;
  std::vector<double> cumulative_; ///< envelopes
  cross_section_estimate sum_;
};

} // namespace trident
