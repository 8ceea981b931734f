// SPDX-License-Identifier: BSL-1.0
// expect: a generator cannot make this model: give it a default constructor, or specialise
#include <limits>

#include <trident/model/arguments.hpp>
#include <trident/physics/concepts.hpp>
#include <trident/physics/process.hpp>

using namespace trident;

struct model {
#ifndef TRIDENT_CONTROL
  explicit model(double) {}
#endif
  vector_axial<double> couplings(numu_to_numu_mumu const&, pdg, double) const { return {1, 1}; }
  double mediator_mass_squared() const { return std::numeric_limits<double>::infinity(); }
};

int main() { return static_cast<int>(model_arguments<model>::options().size()); }
