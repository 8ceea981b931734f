// SPDX-License-Identifier: BSL-1.0
#include "label_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace trident::program {

namespace {

constexpr double step = 3;   // between points of a curve [pixels]
constexpr double gap = 2;    // between a label and what is beside it
constexpr double margin = 5; // to the frame

struct rectangle {
  double left, right, bottom, top;

  bool contains(picture_point const& p) const {
    return left <= p.x && p.x <= right && bottom <= p.y && p.y <= top;
  }
  bool meets(rectangle const& other) const {
    return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
  }
};

bool is_inside(label_frame const& frame, picture_point const& p) {
  return 0 <= p.x && p.x <= frame.width && 0 <= p.y && p.y <= frame.height;
}

/// Points of a curve in even steps, those in the frame.
std::vector<picture_point> dense(label_frame const& frame, std::vector<picture_point> const& points) {
  std::vector<picture_point> result;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    auto const& [x, y] = points[i];
    double const dx = points[i + 1].x - x, dy = points[i + 1].y - y;
    auto const count = static_cast<std::size_t>(std::clamp(std::hypot(dx, dy) / step, 1.0, 1e4));
    for (std::size_t k = 0; k < count; ++k) {
      double const share = static_cast<double>(k) / static_cast<double>(count);
      picture_point const p{x + share * dx, y + share * dy};
      if (is_inside(frame, p)) result.push_back(p);
    }
  }
  return result;
}

rectangle box_at(picture_point const& middle, double width, double height) {
  return {middle.x - width / 2 - gap, middle.x + width / 2 + gap, middle.y - height / 2,
          middle.y + height / 2};
}

bool fits(label_frame const& frame, rectangle const& box) {
  return box.left >= margin && box.right <= frame.width - margin && box.bottom >= margin &&
         box.top <= frame.height - margin;
}

/// Finds places one after the other.
class label_search {
public:
  label_search(label_frame const& frame, std::vector<labelled_curve> const& curves) : frame_(frame) {
    for (auto const& one : curves) curves_.push_back(dense(frame, one.points));
    taken_.push_back({frame.width - frame.key_width, frame.width, 0, frame.key_height});
  }

  std::optional<picture_point> place(std::size_t which, double width) {
    std::optional<picture_point> best;
    double lowest = 0;
    auto const& own = curves_[which];
    std::size_t const stride = std::max<std::size_t>(1, own.size() / 120);
    for (std::size_t i = 0; i < own.size(); i += stride)
      for (double const side : {1.0, -1.0, 1.6, -1.6, 2.4, -2.4, 3.6, -3.6, 5.0, -5.0})
        for (double const shift : {0.0, -0.5, 0.5}) {
          picture_point const middle{own[i].x + shift * width,
                                     own[i].y + side * (frame_.label_height / 2 + gap)};
          auto const box = box_at(middle, width, frame_.label_height);
          if (!fits(frame_, box) || is_taken(box)) continue;
          double const price = price_of(box, i, own.size(), side, shift);
          if (!best || price < lowest) best = middle, lowest = price;
        }
    if (best) taken_.push_back(box_at(*best, width, frame_.label_height));
    return best;
  }

private:
  bool is_taken(rectangle const& box) const {
    return std::any_of(taken_.begin(), taken_.end(), [&](auto const& other) { return box.meets(other); });
  }

  /// Points of curves that are covered count most; then a label should be near, at the middle of its curve, and above it.
  double price_of(rectangle const& box, std::size_t at, std::size_t size, double side, double shift) const {
    std::size_t covered = 0;
    for (auto const& curve : curves_)
      covered += static_cast<std::size_t>(
          std::count_if(curve.begin(), curve.end(), [&](auto const& p) { return box.contains(p); }));
    double const from_middle = std::abs(static_cast<double>(at) / static_cast<double>(size) - 0.5);
    return 20 * static_cast<double>(covered) + 6 * from_middle + 9 * (std::abs(side) - 1) +
           (side < 0 ? 1 : 0) + (shift != 0 ? 1 : 0);
  }

  label_frame frame_;
  std::vector<std::vector<picture_point>> curves_;
  std::vector<rectangle> taken_;
};

} // namespace

std::vector<std::optional<picture_point>> label_places(label_frame const& frame,
                                                       std::vector<labelled_curve> const& curves) {
  label_search search(frame, curves);
  std::vector<std::optional<picture_point>> places;
  for (std::size_t i = 0; i < curves.size(); ++i)
    places.push_back(curves[i].label_width > 0 ? search.place(i, curves[i].label_width) : std::nullopt);
  return places;
}

std::size_t letters_in(std::string const& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    bool const continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    return !continues && c != '{' && c != '}' && c != '_' && c != '^';
  }));
}

} // namespace trident::program
