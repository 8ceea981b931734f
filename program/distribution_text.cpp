// SPDX-License-Identifier: BSL-1.0
#include "distribution_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include <nlohmann/json.hpp>

#include <trident/base/number_text.hpp>
#include <trident/base/version.hpp>

#include "json_text.hpp"
#include "number_text.hpp"

namespace trident::program {

namespace {

using json = nlohmann::ordered_json;
using trident::detail::number_text;

std::string error_text(value_with_error const& one) {
  return formatted("%.6g", one.value) + " +- " + formatted("%.2g", one.error);
}

/// "fb", "fb_per_GeV_deg"
std::string unit_of(event_distribution const& values) {
  std::string below;
  for (auto const& axis : values.axes)
    if (!axis.what->unit.empty()) below += '_' + std::string(axis.what->unit);
  return below.empty() ? "fb" : "fb_per" + below;
}

/// A bin of each axis.
struct bin_sides {
  std::array<double, 2> low{}, high{};
  std::size_t cell = 0;
  double size = 1; ///< width, or area

  double middle(std::size_t axis) const { return (low[axis] + high[axis]) / 2; }
};

std::vector<bin_sides> bins_of(event_distribution const& values) {
  std::vector<bin_sides> bins;
  for (std::size_t c = 0; c < values.cells.size(); ++c) {
    if (!values.is_inside(c)) continue;
    bin_sides bin;
    bin.cell = c;
    std::size_t rest = c;
    for (std::size_t axis = values.axes.size(); axis-- > 0;) {
      std::size_t const place = rest % values.places(axis);
      rest /= values.places(axis);
      bin.low[axis] = values.axes[axis].edges[place - 1];
      bin.high[axis] = values.axes[axis].edges[place];
      bin.size *= bin.high[axis] - bin.low[axis];
    }
    bins.push_back(bin);
  }
  return bins;
}

std::string distribution_csv(event_distribution const& values, std::vector<std::string> const& description,
                             std::vector<std::string> const& notes) {
  std::string text = "# trident " + std::string(version) + ", trident scan\n";
  for (auto const& line : description) text += "# " + line + '\n';
  for (auto const& line : totals_text(values)) text += "# " + line + '\n';
  for (auto const& line : notes) text += "# " + line + '\n';
  for (auto const& axis : values.axes) {
    auto const unit = axis.what->unit.empty() ? "" : '_' + std::string(axis.what->unit);
    text += std::string(axis.what->name) + "_low" + unit + ',' + std::string(axis.what->name) + "_high" +
            unit + ',';
  }
  text += "value_" + unit_of(values) + ",error_" + unit_of(values) + '\n';
  for (auto const& bin : bins_of(values)) {
    for (std::size_t axis = 0; axis < values.axes.size(); ++axis)
      text += number_text(bin.low[axis]) + ',' + number_text(bin.high[axis]) + ',';
    auto const& cell = values.cells[bin.cell];
    text += number_text(cell.value / bin.size) + ',' + number_text(cell.error / bin.size) + '\n';
  }
  return text;
}

json value_object(value_with_error const& one) { return {{"value", one.value}, {"error", one.error}}; }

std::string distribution_json(event_distribution const& values, std::vector<std::string> const& description,
                              std::vector<std::string> const& notes) {
  json object;
  object["trident"] = std::string(version);
  object["quantity"] = description.front();
  for (std::size_t i = 1; i < description.size(); ++i) {
    auto const colon = description[i].find(": ");
    std::string const value = colon == std::string::npos ? "" : description[i].substr(colon + 2);
    auto const parsed = json::parse(value, nullptr, false); // numbers and objects as such
    bool const is_text = parsed.is_discarded() || parsed.is_array() || parsed.is_string();
    object[description[i].substr(0, colon)] = is_text ? json(value) : parsed;
  }
  object["cross_section_fb"] = value_object(values.all);
  object["within_cuts_fb"] = value_object(values.passed);
  object["efficiency"] = value_object(values.efficiency);
  object["points"] = values.evaluations;
  object["axes"] = json::array();
  for (auto const& axis : values.axes)
    object["axes"].push_back({{"name", std::string(axis.what->name)},
                              {"unit", std::string(axis.what->unit)},
                              {"edges", axis.edges}});
  json sums = json::array(), errors = json::array();
  for (auto const& bin : bins_of(values)) {
    sums.push_back(values.cells[bin.cell].value);
    errors.push_back(values.cells[bin.cell].error);
  }
  object["bins_fb"] = {{"order", "of the last axis fastest"}, {"values", sums}, {"errors", errors}};
  object["outside_bins_fb"] = values.outside();
  object["notes"] = notes;
  return json_text(object);
}

/// Sums of weights as YODA has them: of a cross section, its error squared, and the same times the middle of the bin.
struct yoda_sums {
  double w = 0, w2 = 0, wx = 0, wx2 = 0, wy = 0, wy2 = 0, wxy = 0;
  std::uint64_t entries = 0;

  void add(value_with_error const& one, double x, double y, std::uint64_t count) {
    w += one.value;
    w2 += one.error * one.error;
    wx += one.value * x;
    wx2 += one.value * x * x;
    wy += one.value * y;
    wy2 += one.value * y * y;
    wxy += one.value * x * y;
    entries += count;
  }

  std::string text(std::size_t axes) const {
    std::vector<double> all = {w, w2, wx, wx2};
    if (axes > 1) all.insert(all.end(), {wy, wy2, wxy});
    std::string line;
    for (double const one : all) line += '\t' + formatted("%.9e", one);
    return line + '\t' + formatted("%.6e", static_cast<double>(entries)) + '\n';
  }
};

/// YODA_HISTO1D_V2 or YODA_HISTO2D_V2: areas are cross sections in fb.
std::string distribution_yoda(event_distribution const& values, std::vector<std::string> const& description,
                              std::vector<std::string> const& notes) {
  std::size_t const axes = values.axes.size();
  std::string const type = "YODA_HISTO" + std::to_string(axes) + "D_V2";
  std::string name;
  for (auto const& axis : values.axes) name += (name.empty() ? "" : "_") + std::string(axis.what->name);
  std::string rows;
  yoda_sums total;
  for (auto const& bin : bins_of(values)) {
    yoda_sums own;
    for (auto* const sums : {&own, &total})
      sums->add(values.cells[bin.cell], bin.middle(0), axes > 1 ? bin.middle(1) : 0,
                values.entries[bin.cell]);
    for (std::size_t axis = 0; axis < axes; ++axis)
      rows += (axis > 0 ? "\t" : "") + formatted("%.9e", bin.low[axis]) + '\t' +
              formatted("%.9e", bin.high[axis]);
    rows += own.text(axes);
  }
  auto const mean = [&](double sum) { return formatted("%.6e", total.w != 0 ? sum / total.w : 0); };
  std::string text = "# trident " + std::string(version) + ", trident scan\n";
  for (auto const& line : description) text += "# " + line + '\n';
  for (auto const& line : totals_text(values)) text += "# " + line + '\n';
  for (auto const& line : notes) text += "# " + line + '\n';
  text += "BEGIN " + type + " /TRIDENT/" + name + "\nPath: /TRIDENT/" + name +
          "\nTitle: " + quantity_text(values) + "\nType: Histo" + std::to_string(axes) + "D\n---\n";
  if (axes == 1) {
    yoda_sums below, above;
    below.add(values.cells.front(), values.axes[0].edges.front(), 0, values.entries.front());
    above.add(values.cells.back(), values.axes[0].edges.back(), 0, values.entries.back());
    text += "# Mean: " + mean(total.wx) + "\n# Area: " + formatted("%.6e", total.w) +
            "\n# ID\t ID\t sumw\t sumw2\t sumwx\t sumwx2\t numEntries\n";
    auto all = total;
    all.add(values.cells.front(), values.axes[0].edges.front(), 0, values.entries.front());
    all.add(values.cells.back(), values.axes[0].edges.back(), 0, values.entries.back());
    text += "Total   \tTotal   " + all.text(1) + "Underflow\tUnderflow" + below.text(1) +
            "Overflow\tOverflow" + above.text(1) +
            "# xlow\t xhigh\t sumw\t sumw2\t sumwx\t sumwx2\t numEntries\n";
  } else {
    text += "# Mean: (" + mean(total.wx) + ", " + mean(total.wy) +
            ")\n# Volume: " + formatted("%.6e", total.w) +
            "\n# ID\t ID\t sumw\t sumw2\t sumwx\t sumwx2\t sumwy\t sumwy2\t sumwxy\t numEntries\nTotal   "
            "\tTotal   " +
            total.text(2) +
            "# xlow\t xhigh\t ylow\t yhigh\t sumw\t sumw2\t sumwx\t sumwx2\t sumwy\t sumwy2\t sumwxy\t "
            "numEntries\n";
  }
  return text + rows + "END " + type + "\n\n";
}

} // namespace

distribution_format distribution_format_of(std::string const& file) {
  std::string const name = file.ends_with(".gz") ? file.substr(0, file.size() - 3) : file;
  if (name.ends_with(".json")) return distribution_format::json;
  return name.ends_with(".yoda") ? distribution_format::yoda : distribution_format::csv;
}

std::string quantity_text(event_distribution const& values) {
  std::string names;
  for (auto const& axis : values.axes) names += " d" + std::string(axis.what->name);
  if (values.axes.empty()) return "cross section";
  return values.axes.size() == 1 ? "d sigma/" + names.substr(1) : "d2 sigma/(" + names.substr(1) + ")";
}

std::vector<std::string> totals_text(event_distribution const& values) {
  std::vector<std::string> lines = {"cross section [fb]: " + error_text(values.all)};
  lines.push_back("within cuts [fb]: " + error_text(values.passed));
  lines.push_back("efficiency: " + error_text(values.efficiency));
  if (!values.axes.empty())
    lines.push_back("outside the bins, of what is within cuts [fb]: " + formatted("%.4g", values.outside()));
  return lines;
}

std::string distribution_text(distribution_format format, event_distribution const& values,
                              std::vector<std::string> const& description,
                              std::vector<std::string> const& notes) {
  switch (format) {
  case distribution_format::json:
    return distribution_json(values, description, notes);
  case distribution_format::yoda:
    return distribution_yoda(values, description, notes);
  default:
    return distribution_csv(values, description, notes);
  }
}

} // namespace trident::program
