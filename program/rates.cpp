// SPDX-License-Identifier: BSL-1.0
#include "rates.hpp"

#include <iostream>

#include "interrupt.hpp"
#include "rates_report.hpp"

namespace trident::program {

int run_rates(rates_request const& asked) {
  if (asked.format != "text" && asked.format != "json" && asked.format != "csv")
    throw input_error("--format is \"" + asked.format + "\": it must be text, json or csv");
  work_watch const watch(asked.time_limit_seconds);
  auto const result = watch.finish([&] { return rates(asked, [&] { return watch.goes_on(); }); });
  write_rates(std::cout, asked.format, result);
  return 0;
}

} // namespace trident::program
