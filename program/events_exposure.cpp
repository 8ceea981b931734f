// SPDX-License-Identifier: BSL-1.0
#include "events_exposure.hpp"

#include <trident/mc/drawn_seed.hpp>
#include <trident/runtime/expose.hpp>

#include "events_journal.hpp"
#include "interrupt.hpp"

namespace trident::program {

namespace {

/// The seed that the number of events is a function of.
std::uint64_t seed_for(events_request& request) {
  if (request.run.seed) return *request.run.seed;
  request.seed_is_drawn = true;
  if (request.out && *request.out != "-" && !request.slice)
    if (auto const earlier = journal::find(*request.out)) return earlier->states.front().seed;
  return trident::detail::drawn_seed();
}

} // namespace

void understand_sample(events_request& request) {
  read_rays_of(request);
  auto const& asked = request.detector;
  if (!asked.is_asked()) return;
  if (request.count && (asked.exposure.is_given() || asked.number))
    throw input_error("-n does not go with " +
                      std::string(asked.number           ? "--number"
                                  : asked.exposure.pot   ? "--exposure-pot"
                                  : asked.exposure.years ? "--years"
                                                         : "--exposure-fb") +
                      ": the exposure says how many events there are, or -n how long the exposure is");
  interrupt_guard const interrupts;
  auto exposed = expose(request.physics, asked, until_signal());
  if (request.count) exposed.is_amount_known = false;
  if (!request.count && !exposed.is_amount_known && !request.freeze)
    throw input_error("the exposure is missing: --exposure-pot, --exposure-fb or --years says it, or -n the "
                      "number of events");
  if (request.slice && !request.run.seed)
    throw input_error("--seed is missing: all slices of a run need the same, or a frozen run, see --freeze");
  if (!request.count && !request.freeze) {
    request.run.seed = seed_for(request);
    request.count = count_of(exposed, asked, *request.run.seed);
  }
  request.exposed_events = request.count;
  request.exposed = std::make_shared<exposed_sample const>(std::move(exposed));
}

} // namespace trident::program
