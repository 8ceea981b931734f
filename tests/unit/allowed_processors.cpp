// SPDX-License-Identifier: BSL-1.0
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include <unistd.h>

#include <trident/parallel/execution.hpp>

#include "catch.hpp"

// How many threads a process may start: control groups are folders that a test makes.

namespace {

using trident::detail::processors_by_control_groups;

/// A hierarchy of control groups in a folder of its own.
class fake_groups {
public:
  fake_groups() {
    std::string name = (std::filesystem::temp_directory_path() / "trident_groups_XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~fake_groups() { std::filesystem::remove_all(path_); }
  fake_groups(fake_groups const&) = delete;
  fake_groups& operator=(fake_groups const&) = delete;

  void write(std::string const& file, std::string const& text) const {
    std::filesystem::create_directories((path_ / file).parent_path());
    std::ofstream(path_ / file) << text;
  }

  /// A line as in /proc/self/mountinfo.
  std::string mount(std::string const& root, std::string const& type, std::string const& options,
                    std::string const& folder = {}) const {
    return "32 31 0:29 " + root + ' ' + (path_ / folder).string() + " rw,relatime shared:9 - " + type + ' ' +
           type + ' ' + options + '\n';
  }

private:
  std::filesystem::path path_;
};

} // namespace

TEST_CASE("a quota of processor time is a number of processors") {
  using trident::detail::processors_of_quota;
  CHECK(processors_of_quota("100000", "100000\n") == 1u);
  CHECK(processors_of_quota("150000", "100000") == 2u);
  CHECK(processors_of_quota("10000", "100000") == 1u);
  CHECK(processors_of_quota("800000", "100000") == 8u);
  CHECK(processors_of_quota("max", "100000") == std::nullopt);
  CHECK(processors_of_quota("-1", "100000") == std::nullopt);
  CHECK(processors_of_quota("100000", "0") == std::nullopt);
  CHECK(processors_of_quota("", "") == std::nullopt);
  CHECK(processors_of_quota("18446744073709551615", "1") == 1u << 20);
}

TEST_CASE("the quota of a control group of version 2 holds for all below it") {
  fake_groups const groups;
  auto const mounts = "22 1 0:20 / /proc rw - proc proc rw\n" + groups.mount("/", "cgroup2", "rw");
  CHECK(processors_by_control_groups("0::/job/step\n", mounts) == std::nullopt);
  groups.write("job/step/cpu.max", "max 100000\n");
  CHECK(processors_by_control_groups("0::/job/step\n", mounts) == std::nullopt);
  groups.write("job/cpu.max", "300000 100000\n");
  CHECK(processors_by_control_groups("0::/job/step\n", mounts) == 3u);
  groups.write("job/step/cpu.max", "200000 100000\n");
  CHECK(processors_by_control_groups("0::/job/step\n", mounts) == 2u);
  CHECK(processors_by_control_groups("0::/job\n", mounts) == 3u);
  groups.write("cpu.max", "100000 100000\n"); // of a container, whose root is its own group
  CHECK(processors_by_control_groups("0::/\n", mounts) == 1u);
  CHECK(processors_by_control_groups("0::/../elsewhere\n", mounts) == 1u);
  CHECK(processors_by_control_groups("", mounts) == std::nullopt);
  CHECK(processors_by_control_groups("no group\n0:", "no mount\n - \n") == std::nullopt);
}

TEST_CASE("the quota of a control group of version 1") {
  fake_groups const groups;
  auto const mounts = groups.mount("/", "cgroup", "rw,memory", "memory") +
                      groups.mount("/docker/abc", "cgroup", "rw,cpu,cpuacct", "cpu");
  std::string const own = "5:memory:/docker/abc\n4:cpu,cpuacct:/docker/abc/job\n1:name=systemd:/\n0::/\n";
  groups.write("cpu/job/cpu.cfs_quota_us", "-1\n");
  groups.write("cpu/job/cpu.cfs_period_us", "100000\n");
  CHECK(processors_by_control_groups(own, mounts) == std::nullopt);
  groups.write("cpu/cpu.cfs_quota_us", "250000\n");
  groups.write("cpu/cpu.cfs_period_us", "100000\n");
  CHECK(processors_by_control_groups(own, mounts) == 3u);
  groups.write("cpu/job/cpu.cfs_quota_us", "100000\n");
  CHECK(processors_by_control_groups(own, mounts) == 1u);
}

TEST_CASE("what batch systems say in the environment") {
  auto const with = [](char const* name, char const* value) {
    setenv(name, value, 1);
    auto const count = trident::detail::processors_by_environment();
    unsetenv(name);
    return count;
  };
  for (auto const* const name : trident::detail::processor_variables) unsetenv(name);
  CHECK(trident::detail::processors_by_environment() == std::nullopt);
  CHECK(with("SLURM_CPUS_PER_TASK", "4") == 4u);
  CHECK(with("NSLOTS", "2") == 2u);
  CHECK(with("OMP_NUM_THREADS", "3,2") == 3u); // of nested regions
  for (char const* const nonsense : {"", "many", "0", "-1", "99999999999999999999999"})
    CHECK(with("OMP_NUM_THREADS", nonsense) == std::nullopt);
  auto const all = trident::execution_policy::whole_machine().threads();
  CHECK(all >= 1);
  setenv("SLURM_CPUS_PER_TASK", "1", 1);
  CHECK(trident::execution_policy::whole_machine().threads() == 1);
  setenv("SLURM_CPUS_PER_TASK", "1000000", 1);
  CHECK(trident::execution_policy::whole_machine().threads() == all);
  unsetenv("SLURM_CPUS_PER_TASK");
}
