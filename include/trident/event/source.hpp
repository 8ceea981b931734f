// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <span>
#include <vector>

#include <trident/event/event.hpp>
#include <trident/event/integrand.hpp>
#include <trident/mc/result.hpp>
#include <trident/physics/process.hpp>
#include <trident/sampling/trial_source.hpp>

namespace trident {

/// A nucleus that a nucleon may be struck in, and how often.
struct parent_nucleus {
  int pdg_code;
  double mass; ///< [GeV]
  double share;
};

/// What a source of events stands for among others in one sample.
struct source_description {
  channel process;
  scattering_regime regime = scattering_regime::coherent;
  int target_pdg_code = 0;             ///< nucleus, or nucleon: 2212, 2112
  double multiplicity = 1;             ///< of this target in the whole
  std::vector<parent_nucleus> parents; ///< of a bound nucleon
  int free_pdg_code = 0;               ///< of a nucleon that is a nucleus by itself, hydrogen: 1000010010
};

/// Events of one channel on one kind of target. Shares nothing mutable: any number of threads may ask.
class event_source {
public:
  virtual ~event_source() = default;

  virtual source_description const& description() const = 0;

  /// Cross section [fb], on one target, as it was found while preparing.
  virtual integral_estimate const& cross_section() const = 0;

  /// Integral of the maxima [fb], on one target: accepted / tried = cross section / envelope.
  virtual double envelope() const = 0;

  /// Value over maximum for each trial; `choices`, uniform in [0, 1), choose the cells.
  virtual void ratios(std::span<trial const> trials, std::span<double const> choices,
                      std::span<double> values) const = 0;

  /// The event that a trial stands for; its number, weight and attempts are the caller's to fill in.
  virtual event make(trial const& which, double choice, double azimuth, double parent) const = 0;

  /// What it draws from, as functions that sum to the cross section; they live as long as the source.
  virtual std::vector<event_integrand const*> integrands() const = 0;
};

} // namespace trident
