#pragma once

#include "recognition/repair/labels_over.hpp"

namespace jixiao::recognition {

/// Values whose cells edges cut: what stands below one label, or behind the last label of a row, is one text
/// (Page::cut_texts).
class CutValues {
public:
  CutValues(Page& page, LabelFinder const& labels, LabelsOver const& over)
      : page_(page), labels_(labels), over_(over) {}

  /// Puts those of a row together. Linear.
  void join(std::uint32_t row, bool in_table);

private:
  void join_figures(Texts const& texts);
  void join_texts(std::span<std::uint32_t const> texts, bool labelled);
  bool ends_value(std::uint32_t before, std::uint32_t piece) const;
  bool goes_on(Piece const& before, Piece const& behind, bool labelled) const;
  Piece& at(std::uint32_t piece) { return page_.pieces[piece]; }
  Piece const& at(std::uint32_t piece) const { return page_.pieces[piece]; }

  Page& page_;
  LabelFinder const& labels_;
  LabelsOver const& over_;
  bool in_table_ = false; ///< of indicators
};

} // namespace jixiao::recognition
