// SPDX-License-Identifier: BSL-1.0
// expect: a sink of events is called with `event const&`
#include <string>

#include <trident/event/for_each_event.hpp>

using namespace trident;

int main() {
  event_generator const generator({}, 1);
#ifdef TRIDENT_CONTROL
  auto const sink = [](event const&) {};
#else
  auto const sink = [](std::string const&) {};
#endif
  return static_cast<int>(for_each_event(generator, 0, 0, sink).events);
}
