// SPDX-License-Identifier: BSL-1.0
// A cross section and events by many processes: mpirun -np 2 example_mpi THREADS FILE. The bits do not depend on how many
// processes and threads there are.
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

#include <trident/event/cross_section_source.hpp>
#include <trident/fluxes.hpp>
#include <trident/format/csv.hpp>
#include <trident/mpi.hpp>
#include <trident/storage/partial_file.hpp>
#include <trident/trident.hpp>

using namespace trident;

namespace {

void run(mpi_team const& team, unsigned threads, std::string const& file) {
  constexpr auto process = numu_to_numu_mumu{};
  Trident const sigma{process, argon40{}, dune_tdr_numu{}, standard_model{}};

  auto const result =
      run_vegas(sigma, {.relative_error = 1e-3, .seed = 1, .threads = threads}, no_progress{}, {}, team);
  if (team.rank() == 0)
    std::cout << std::hexfloat << result.estimate.value << " +- " << result.estimate.error
              << std::defaultfloat << " fb, " << result.estimate.evaluations << " evaluations\n";

  source_description const what = {process, scattering_regime::coherent, argon40::pdg_code(), 1, {}};
  preparation_options options;
  options.relative_error = 1e-2;
  options.partition.cells = 100;
  auto const source =
      std::make_shared<cross_section_source<std::remove_const_t<decltype(sigma)>>>(sigma, what, options);
  event_generator const generator({source}, 1);
  run_description description;
  std::optional<partial_file> out;
  if (team.rank() == 0) {
    out.emplace(file);
    std::string head;
    csv_format{}.begin(head, description);
    out->append(head);
  }
  produce_together(
      team, generator, csv_format{}, description, {0, 30'000}, threads, [](event&) {},
      [&](std::string const& text) { out->append(text); }, 4'096);
  if (out) out->complete();
}

} // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  if (argc != 3) {
    std::cerr << "usage: mpirun -np N example_mpi THREADS FILE\n";
    MPI_Finalize();
    return 2;
  }
  try {
    run(mpi_team{}, static_cast<unsigned>(std::atoi(argv[1])), argv[2]);
  } catch (std::exception const& error) {
    std::cerr << error.what() << '\n';
    MPI_Abort(MPI_COMM_WORLD, 2);
  }
  MPI_Finalize();
  return 0;
}
