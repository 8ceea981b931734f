// SPDX-License-Identifier: BSL-1.0
// A cross section and events by many processes: mpirun -np 2 example_mpi THREADS FILE. The bits do not depend on how many
// processes and threads there are. The target is a nucleus with its nucleons; any other, and any material, goes as well.
#include <cstdlib>
#include <iostream>
#include <string>

#include <trident/fluxes.hpp>
#include <trident/mpi.hpp>
#include <trident/trident.hpp>

using namespace trident;

namespace {

void run(mpi_team const& team, unsigned threads, std::string const& file) {
  Trident const sigma{numu_to_numu_mumu{}, total{argon40{}}, dune_tdr_numu{}, standard_model{}};

  auto const result = integrate(sigma, {.relative_error = 2e-3, .seed = 1, .threads = threads}, team);
  if (team.rank() == 0)
    std::cout << std::hexfloat << result.value << " +- " << result.error << std::defaultfloat << " fb, "
              << result.evaluations << " evaluations\n";

  auto const made = write_events(sigma, {.relative_error = 1e-2, .seed = 1, .threads = threads}, 30'000, file,
                                 {}, mpi_execution{team, threads, 4'096});
  if (team.rank() == 0) std::cout << "efficiency " << made.statistics.efficiency() << '\n';
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
