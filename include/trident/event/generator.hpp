// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <trident/event/event.hpp>
#include <trident/event/source.hpp>
#include <trident/event/statistics.hpp>

namespace trident {

/// What the weights of events are.
enum class weighting {
  unweighted, ///< 1, but value over maximum where the maximum was exceeded
  weighted,   ///< value over cross section: every point tried is an event, and weights average to 1
};

/// Draws events from several sources in proportion to their cross sections. Event k is a function of the sources, the
/// seed and k alone. A source is chosen in proportion to its envelope and the event kept or dropped by value over
/// maximum, so that proportions are exact however well the cross sections are known.
class event_generator {
public:
  event_generator(std::vector<std::shared_ptr<event_source const>> sources, std::uint64_t seed,
                  weighting weights = weighting::unweighted)
      : sources_(std::move(sources)), random_(seed, decision_stream), weights_(weights) {
    for (auto const& one : sources_) {
      double const multiplicity = one->description().multiplicity;
      envelope_ += multiplicity * one->envelope();
      cumulative_.push_back(envelope_);
      cross_section_ += multiplicity * one->cross_section().value;
      variance_ += std::pow(multiplicity * one->cross_section().error, 2);
    }
  }

  std::span<std::shared_ptr<event_source const> const> sources() const { return sources_; }
  double cross_section() const { return cross_section_; }             ///< while preparing [fb]
  double cross_section_error() const { return std::sqrt(variance_); } ///< [fb]
  double envelope() const { return envelope_; }                       ///< [fb]

  /// Events first ... first + count - 1, in order, and what was spent on them.
  generation_statistics generate(std::uint64_t first, std::size_t count, std::vector<event>& events) const {
    events.resize(count);
    std::vector<candidate> open(count);
    for (std::size_t i = 0; i < count; ++i) open[i].which = {first + i, 0};
    generation_statistics statistics;
    statistics.envelope = envelope_;
    while (!open.empty()) {
      decide(open);
      for (auto& one : open) {
        statistics.try_one(one.ratio);
        if (!accepted(one)) {
          ++one.which.attempt;
          continue;
        }
        event& made = events[static_cast<std::size_t>(one.which.event - first)];
        made = finish(one);
        statistics.accept_one(made.weight);
        one.done = true;
      }
      std::erase_if(open, [](candidate const& one) { return one.done; });
    }
    return statistics;
  }

private:
  static constexpr std::uint64_t decision_stream = ~std::uint64_t{0};

  struct candidate {
    trial which;
    std::uint32_t source = 0;
    bool done = false;
    double choice = 0, acceptance = 0, azimuth = 0, parent = 0;
    double ratio = 0;
  };

  /// Chooses source and cell of each candidate, and finds value over maximum.
  void decide(std::vector<candidate>& open) const {
    for (auto& one : open) {
      auto const random = random_.four(one.which, 0);
      choose_source(one, random[0]);
      one.acceptance = random[1];
      one.azimuth = random[2];
      one.parent = random[3];
    }
    std::vector<trial> trials;
    std::vector<double> choices, ratios;
    for (std::uint32_t s = 0; s < sources_.size(); ++s) {
      trials.clear();
      choices.clear();
      for (auto const& one : open) {
        if (one.source != s) continue;
        trials.push_back(one.which);
        choices.push_back(one.choice);
      }
      ratios.resize(trials.size());
      sources_[s]->ratios(trials, choices, ratios);
      std::size_t next = 0;
      for (auto& one : open)
        if (one.source == s) one.ratio = ratios[next++];
    }
  }

  /// What u leaves over after choosing the source chooses the cell.
  void choose_source(candidate& one, double u) const {
    double const position = u * envelope_;
    std::size_t source = 0;
    while (source + 1 < cumulative_.size() && position >= cumulative_[source]) ++source;
    double const before = source == 0 ? 0 : cumulative_[source - 1];
    one.source = static_cast<std::uint32_t>(source);
    one.choice = std::clamp((position - before) / (cumulative_[source] - before), 0.0, 1 - 0x1p-53);
  }

  bool accepted(candidate const& one) const {
    return weights_ == weighting::weighted ? one.ratio > 0 : one.acceptance < one.ratio;
  }

  event finish(candidate const& one) const {
    event made = sources_[one.source]->make(one.which, one.choice, one.azimuth, one.parent);
    made.number = one.which.event;
    made.attempts = one.which.attempt + 1;
    made.weight =
        weights_ == weighting::weighted ? one.ratio * envelope_ / cross_section_ : std::max(one.ratio, 1.0);
    return made;
  }

  std::vector<std::shared_ptr<event_source const>> sources_;
  std::vector<double> cumulative_; ///< envelopes times multiplicities
  double envelope_ = 0, cross_section_ = 0, variance_ = 0;
  trial_source random_;
  weighting weights_;
};

} // namespace trident
