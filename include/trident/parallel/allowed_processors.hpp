// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#ifdef __linux__
#include <sched.h>

#include <trident/base/text.hpp>
#endif

// On how many processors this process may run: a machine has more than a batch system, a container or `taskset` leaves to
// it. Whoever starts more threads than that waits for its own threads, and stands in the way of others.

namespace trident::detail {

/// What a small file holds; nothing if it cannot be read.
inline std::optional<std::string> content_of(std::string const& name) {
  std::FILE* const file = std::fopen(name.c_str(), "re");
  if (file == nullptr) return std::nullopt;
  constexpr std::size_t most = 1 << 20; // these files have a few lines
  std::string text;
  std::array<char, 4096> part;
  for (std::size_t n = 0; text.size() < most && (n = std::fread(part.data(), 1, part.size(), file)) > 0;)
    text.append(part.data(), n);
  std::fclose(file);
  return text;
}

/// The whole number, above 0, that a text starts with.
inline std::optional<unsigned long> leading_count(std::string_view text) {
  unsigned long value = 0;
  auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || value == 0) return std::nullopt;
  return value;
}

/// Processors that the scheduler may take for this process: what `taskset` and most batch systems set.
inline std::optional<unsigned> processors_by_affinity() {
#ifdef __linux__
  for (int most = 1024; most <= 1 << 20; most *= 4) { // the kernel refuses a set smaller than its own
    cpu_set_t* const set = CPU_ALLOC(most);
    if (set == nullptr) return std::nullopt;
    std::size_t const bytes = CPU_ALLOC_SIZE(most);
    bool const found = sched_getaffinity(0, bytes, set) == 0;
    int const count = found ? CPU_COUNT_S(bytes, set) : 0;
    CPU_FREE(set);
    if (count > 0) return static_cast<unsigned>(count);
  }
#endif
  return std::nullopt;
}

/// A quota of processor time over its period, both in microseconds, as whole processors: 1.5 of them need two threads.
inline std::optional<unsigned> processors_of_quota(std::string_view quota, std::string_view period) {
  auto const used = leading_count(quota), of = leading_count(period); // "max" and "-1" are no quota
  if (!used || !of) return std::nullopt;
  return static_cast<unsigned>(std::min((*used - 1) / *of + 1, 1ul << 20));
}

/// The quota of one control group: cpu.max of version 2, two files of version 1.
inline std::optional<unsigned> processors_of_folder(std::string const& folder) {
  if (auto const both = content_of(folder + "/cpu.max")) {
    auto const parts = split<std::string_view>(*both, ' ');
    return parts.size() == 2 ? processors_of_quota(parts[0], parts[1]) : std::nullopt;
  }
  auto const quota = content_of(folder + "/cpu.cfs_quota_us");
  auto const period = content_of(folder + "/cpu.cfs_period_us");
  return quota && period ? processors_of_quota(*quota, *period) : std::nullopt;
}

/// Where a hierarchy of control groups is seen, and its own folder that is seen there.
struct control_group_mount {
  std::string folder, root;
};

/// The mount of version 2, or that of version 1 which has the controller "cpu", from a text such as /proc/self/mountinfo.
inline std::vector<control_group_mount> control_group_mounts(std::string_view mounts, bool second_version) {
  std::vector<control_group_mount> found;
  for (auto const line : split<std::string_view>(mounts, '\n')) {
    auto const bar = line.find(" - "); // the optional fields end there
    if (bar == std::string_view::npos) continue;
    auto const before = split<std::string_view>(line.substr(0, bar), ' '),
               after = split<std::string_view>(line.substr(bar + 3), ' ');
    if (before.size() < 5 || after.size() < 3 || after[0] != (second_version ? "cgroup2" : "cgroup"))
      continue;
    auto const options = split<std::string_view>(after[2], ',');
    if (second_version || std::find(options.begin(), options.end(), "cpu") != options.end())
      found.push_back({std::string(before[4]), std::string(before[3])});
  }
  return found;
}

/// The smallest quota from `path` of a hierarchy up to what is mounted of it.
inline std::optional<unsigned> processors_along(control_group_mount const& mount, std::string path) {
  if (mount.root != "/" && path.starts_with(mount.root)) path.erase(0, mount.root.size());
  if (path.find("/..") != std::string::npos) path.clear(); // outside of what is seen here
  std::optional<unsigned> smallest;
  for (;;) {
    while (path.ends_with('/')) path.pop_back();
    auto const here = processors_of_folder(mount.folder + path);
    if (here && (!smallest || *here < *smallest)) smallest = here;
    auto const slash = path.rfind('/');
    if (slash == std::string::npos) return smallest;
    path.erase(slash);
  }
}

/// The quota of the control groups of this process, from texts such as those of /proc/self/cgroup and /proc/self/mountinfo.
inline std::optional<unsigned> processors_by_control_groups(std::string_view groups,
                                                            std::string_view mounts) {
  std::optional<unsigned> smallest;
  for (auto const line :
       split<std::string_view>(groups, '\n')) { // "4:cpu,cpuacct:/path" of version 1, "0::/path" of version 2
    auto const parts = split<std::string_view>(line, ':');
    if (parts.size() < 3) continue;
    auto const controllers = split<std::string_view>(parts[1], ',');
    bool const second_version = parts[1].empty();
    if (!second_version && std::find(controllers.begin(), controllers.end(), "cpu") == controllers.end())
      continue;
    std::string const path(line.substr(parts[0].size() + parts[1].size() + 2));
    for (auto const& mount : control_group_mounts(mounts, second_version))
      if (auto const count = processors_along(mount, path); count && (!smallest || *count < *smallest))
        smallest = count;
  }
  return smallest;
}

/// What batch systems and users say in the environment: processors of a task of Slurm, slots of Grid Engine, and the
/// variable of OpenMP, which HTCondor and PBS set, too.
inline constexpr std::array<char const*, 3> processor_variables = {"SLURM_CPUS_PER_TASK", "NSLOTS",
                                                                   "OMP_NUM_THREADS"};

inline std::optional<unsigned> processors_by_environment() {
  std::optional<unsigned> smallest;
  for (auto const* const name : processor_variables) {
    char const* const text = std::getenv(name);
    auto const count = text == nullptr ? std::nullopt : leading_count(text);
    if (count && (!smallest || *count < *smallest))
      smallest = static_cast<unsigned>(std::min(*count, 1ul << 20));
  }
  return smallest;
}

/// The smallest that anything allows, at least 1.
inline unsigned allowed_processors() {
  unsigned count = std::max(std::thread::hardware_concurrency(), 1u);
  auto const groups = content_of("/proc/self/cgroup"), mounts = content_of("/proc/self/mountinfo");
  for (auto const limit : {processors_by_affinity(), processors_by_environment(),
                           groups && mounts ? processors_by_control_groups(*groups, *mounts) : std::nullopt})
    if (limit) count = std::min(count, *limit);
  return count;
}

} // namespace trident::detail
