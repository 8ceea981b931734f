// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <trident/event/process_id.hpp>
#include <trident/format/line_reader.hpp>

namespace trident::detail {

/// Particles and vertices of an event in a HepMC3 file, checked as they are met: numbers without gaps, references to what
/// stands before, and every particle where trident has it.
class hepmc_graph {
public:
  static constexpr int final_status = 1, beam_status = 4, target_status = 20, struck_status = 21,
                       system_status = 23;

  explicit hepmc_graph(line_reader const& lines) : lines_(lines) {}

  void add_particle(int id, int parent, int status, int pdg_code) {
    if (static_cast<std::size_t>(id) != particles_.size() + 1)
      lines_.refuse("particle " + std::to_string(id) + " must be number " +
                    std::to_string(particles_.size() + 1));
    bool const incoming = status == beam_status || status == target_status;
    if (!incoming && !leaves(status) && status != struck_status)
      lines_.refuse("status " + std::to_string(status) + " is none that trident gives: 1, 4, 20, 21, 23");
    if ((status == system_status) != (pdg_code == hadronic_system_code))
      lines_.refuse("a system of hadrons has the code 91 and the status 23");
    if (incoming != (parent == 0))
      lines_.refuse("a particle of status " + std::to_string(status) +
                    (incoming ? " comes out of no vertex" : " comes out of a vertex"));
    if (!incoming && !vertices_.contains(parent))
      lines_.refuse("vertex " + std::to_string(parent) + " does not stand before it");
    bool const separated = status == struck_status || pdg_code == remnant_code;
    if (!incoming && vertices_.at(parent) != (separated ? separation : primary))
      lines_.refuse("particle " + std::to_string(id) + " comes out of the wrong vertex");
    particles_.push_back({status});
  }

  /// V id status [ids] @ x y z t, without the V.
  void add_vertex(std::span<std::string_view const> words) {
    bool const placed = words.size() == 8 && words[3] == "@";
    if (words.size() != 3 && !placed)
      lines_.refuse("a vertex is V id status [particles], with @ x y z t behind it or not");
    int const id = number_in<int>(words[0], lines_), status = number_in<int>(words[1], lines_);
    if (id != -1 - static_cast<int>(vertices_.size()))
      lines_.refuse("vertex " + std::to_string(id) + " must be number " +
                    std::to_string(-1 - static_cast<int>(vertices_.size())));
    for (auto const& word : words.subspan(placed ? 4 : 3)) number_in<double>(word, lines_);
    vertices_[id] = status;
    if (status == primary && ++primaries_ > 1) lines_.refuse("the event has a second primary vertex");
    if (status != primary && status != separation)
      lines_.refuse("status " + std::to_string(status) + " is none that trident gives to vertices: 1, 21");
    add_incoming(words[2], id);
  }

  /// All is there, as many as the event's line says.
  void require_complete(std::size_t vertices, std::size_t particles) const {
    if (vertices != vertices_.size() || particles != particles_.size())
      lines_.refuse("the event before it says " + std::to_string(vertices) + " vertices and " +
                    std::to_string(particles) + " particles, and has " + std::to_string(vertices_.size()) +
                    " and " + std::to_string(particles_.size()));
    if (primaries_ != 1) lines_.refuse("the event before it has no primary vertex, of status 1");
    for (auto const& one : particles_) {
      bool const final = leaves(one.status);
      if (final != (one.end == 0))
        lines_.refuse(
            std::string("the event before it has a particle that ") +
            (final ? "goes into a vertex and has status 1" : "is neither final nor goes into a vertex"));
      bool const right =
          final || (one.status == target_status && vertices_.size() == 2 ? vertices_.at(one.end) == separation
                                                                         : vertices_.at(one.end) == primary);
      if (!right) lines_.refuse("the event before it has a particle that goes into the wrong vertex");
    }
  }

private:
  static constexpr int primary = 1, separation = 21;

  static bool leaves(int status) { return status == final_status || status == system_status; }

  struct node {
    int status, end = 0; ///< and the vertex that it goes into
  };

  void add_incoming(std::string_view list, int vertex) {
    if (list.size() < 3 || list.front() != '[' || list.back() != ']')
      lines_.refuse(in_quotes(list) + " is no list of particles: it must be such as [1,2]");
    list = list.substr(1, list.size() - 2);
    for (std::size_t at = 0; at <= list.size();) {
      std::size_t const end = std::min(list.find(',', at), list.size());
      int const id = number_in<int>(list.substr(at, end - at), lines_);
      if (id < 1 || static_cast<std::size_t>(id) > particles_.size())
        lines_.refuse("particle " + std::to_string(id) + " does not stand before it");
      auto& one = particles_[static_cast<std::size_t>(id) - 1];
      if (one.end != 0) lines_.refuse("particle " + std::to_string(id) + " goes into two vertices");
      one.end = vertex;
      at = end + 1;
    }
  }

  line_reader const& lines_;
  std::vector<node> particles_;
  std::map<int, int> vertices_; ///< status of each
  int primaries_ = 0;
};

} // namespace trident::detail
