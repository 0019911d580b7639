#pragma once

#include "grid/reading.hpp"
#include "recognition/columns/own_grammars.hpp"
#include "recognition/groups/weighed.hpp"
#include "recognition/make_page.hpp"
#include "recognition/segments.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace jixiao::recognition {

/// A page and the forms that were read of it. These point into it: it stays where it is.
class Trial {
public:
  static constexpr std::size_t any = static_cast<std::size_t>(-1);

  /// `told`: what another reading told of the text. `weigh`: keeps tables for those who ask why. `hopeless`: forms that
  /// fit as badly are not wanted, and those behind them are not read.
  Trial(Reading const& reading, DocumentLabels const& labels, Grid grid, Told told, bool weigh,
        std::size_t hopeless = any);
  Trial(Trial const&) = delete;
  Trial& operator=(Trial const&) = delete;

  /// The records of a form are so much cheaper where line ends may stand inside cells that no line end can be trusted.
  bool are_rows_refuted() const;

  bool has_indicators() const;

  /// The rows of a text were taken as they are printed, and nothing but blanks parts their cells, or they fit badly.
  bool is_in_doubt() const;

  /// How badly the forms fit: their texts that no field took, and indicators without a name or a value.
  std::size_t misfit() const;

  Page page;
  std::vector<Claim> claims; ///< one for each piece of the page
  std::vector<Segment> segments;
  std::vector<Drafts> drafts; ///< of each segment
  Weighed weighed;

private:
  void read_forms(std::size_t hopeless);
  std::size_t misfit_of(std::size_t segment) const;
  Drafts read(Segment const& segment, NameVotes const& votes, std::size_t form);

  LabelFinder const& labels_;
};

/// Reads the forms of a document. Text whose line ends may be ends of rows or stand inside cells is read both ways:
/// what fits better is taken; one without any form is read again as text that lacks what forms are told by. Time:
/// linear in the number of forms, three times that of one reading at most.
std::unique_ptr<Trial> read_page(Reading const& reading, DocumentLabels const& labels, Grid grid, bool weigh);

} // namespace jixiao::recognition
