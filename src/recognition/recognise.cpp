#include "recognition/recognise.hpp"

#include "forms/builtin_forms.hpp"
#include "forms/contents.hpp"
#include "grammars/fiscal_year.hpp"
#include "model/outside.hpp"
#include "recognition/columns/own_grammars.hpp"
#include "recognition/damaged_names.hpp"
#include "recognition/findings/form_findings.hpp"
#include "recognition/findings/form_places.hpp"
#include "recognition/findings/labels_seen.hpp"
#include "recognition/findings/why.hpp"
#include "recognition/inherited_lines.hpp"
#include "recognition/layouts/family.hpp"
#include "recognition/layouts/layout_name.hpp"
#include "recognition/trial.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace jixiao::recognition {

namespace {

class Recognition {
public:
  Recognition(Opened const& opened, GrammarSet::Impl const& grammars, Document& document, DiagnosticSink& sink,
              WhyAsked* asked, std::vector<LayoutDraft>* drafts)
      : opened_(opened), grammars_(grammars), document_(document), sink_(sink), asked_(asked), drafts_(drafts),
        labels_(grammars.own, opened.reading),
        trial_(read_page(opened.reading, labels_, grid_of(document.source.media_type), asked != nullptr)),
        page_(trial_->page), piece_claims_(trial_->claims), claims_(opened.reading.cells.size()) {}

  ClaimMap run() {
    auto& segments = trial_->segments;
    auto& drafts = trial_->drafts;
    inherit_lines_above(drafts);
    if (page_.cut)
      mend_names(drafts, page_, find_contents(read_texts(opened_.reading)).entries);
    for (auto& segment : segments)
      trim(segment);
    read_outside_of(segments);
    for (auto& of_segment : drafts)
      for (auto& draft : of_segment)
        add(std::move(draft));
    raise_title();
    share_year(segments);
    if (document_.forms.empty())
      sink_.emit(Code::no_form, {{"nearest", labels_seen(page_, opened_.reading, labels_.finder())}});
    account(segments);
    if (asked_)
      asked_->answer = explain_field({page_, piece_claims_, trial_->weighed, builtin_taxonomy(),
                                      [&](std::uint32_t piece) { return locate_piece(opened_, page_, piece); }},
                                     asked_->pointer);
    return std::move(claims_);
  }

private:
  /// Prose below a form is none of it; what stands in a line with one of its cells, or is parted as its cells are, is.
  void trim(Segment& segment) const {
    // What lies over a sheet is of the form on it.
    if (grid_of(document_.source.media_type) == Grid::sheet)
      return;
    auto last = segment.end;
    while (last > segment.first + 1 && piece_claims_[last - 1].kind == ClaimKind::none)
      --last;
    for (auto const& remark : page_.fused)
      if (remark.piece < segment.end)
        last = std::max(last, remark.piece + 1);
    auto const in_line = [&](std::uint32_t i) { return page_.pieces[i].cell == page_.pieces[last - 1].cell; };
    while (segment.end > last && page_.pieces[segment.end - 1].paragraph && !in_line(segment.end - 1))
      --segment.end;
  }

  void read_outside_of(std::vector<Segment> const& segments) {
    std::vector<RowRange> stretches;
    for (auto const& segment : segments) {
      auto const last = page_.pieces[segment.end - 1].source_row;
      auto& stretch = stretches.emplace_back();
      stretch.first_row = std::max(page_.pieces[segment.first].source_row,
                                   stretches.size() > 1 ? stretches[stretches.size() - 2].end_row : 0);
      stretch.end_row = std::max(last + 1, stretch.first_row);
    }
    auto const page = read_texts(opened_.reading);
    if (auto const row = read_outside(page, stretches, claims_, document_))
      document_.title_at = locate(opened_, *row, opened_.reading.rows[*row].cell_count);
  }

  void add(Draft draft) {
    auto const index = static_cast<std::uint32_t>(document_.forms.size());
    auto const path = "/forms/" + std::to_string(index);
    for (auto const& furniture : draft.furniture)
      document_.coverage.furniture.push_back(
          {std::string(furniture.kind), draft.text(furniture.piece), locate_piece(opened_, page_, furniture.piece)});
    settle_family(draft);
    place_form(draft, opened_);
    report_form(draft, opened_, path, sink_);
    name_layout(draft, path);
    document_.forms.push_back(std::move(draft.form));
  }

  void name_layout(Draft& draft, std::string const& path) {
    auto const choice =
        choose_layout(draft, document_.forms, builtin_layouts(), grammars_.own_layouts.table(), last_labels_);
    if (!choice.name.empty()) {
      draft.form.layout = choice.name;
      return;
    }
    sink_.emit(Code::base_layout, {{"layout", draft.form.layout}, {"nearest", choice.nearest}}, draft.form.at,
               path + "/layout");
    if (auto const* other = choice.of_another_kind)
      sink_.emit(
          Code::labels_of_another_kind,
          {{"kind", draft.form.kind}, {"layout", std::string(other->name)}, {"other", std::string(other->family)}},
          draft.form.at, path + "/kind");
    if (drafts_)
      drafts_->push_back(draft_layout(draft));
  }

  /// A title that begins with the name of the office, over the first of several forms, none of which has its own, is
  /// that of the document.
  void raise_title() {
    auto& forms = document_.forms;
    if (document_.title || forms.size() < 2 || !forms[0].title ||
        std::any_of(forms.begin() + 1, forms.end(), [](Form const& form) { return form.title.has_value(); }))
      return;
    auto const names = [&](std::optional<Party> const& party) {
      return party && party->name && forms[0].title->starts_with(*party->name);
    };
    if (!names(forms[0].supervising_department) && !names(forms[0].implementing_unit))
      return;
    document_.title = std::exchange(forms[0].title, std::nullopt);
    auto const place = std::ranges::find(forms[0].places, "title", &FieldPlace::field);
    if (place == forms[0].places.end())
      return;
    document_.title_at = place->at;
    forms[0].places.erase(place);
  }

  /// A year printed once for the document, in its title or on a line outside the forms, holds for every form that
  /// prints none.
  void share_year(std::vector<Segment> const& segments) {
    std::optional<int> year;
    if (document_.title)
      if (auto const found = grammars::find_fiscal_year(*document_.title))
        year = *found;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < page_.pieces.size() && !year; ++i) {
      while (next < segments.size() && segments[next].end <= i)
        ++next;
      bool const inside = next < segments.size() && segments[next].first <= i;
      auto const& text = page_.pieces[i].text;
      if (inside || text.empty() || text.size() > 40)
        continue;
      if (auto const found = grammars::match_fiscal_year(clean_value(text)))
        year = *found;
    }
    for (auto& form : document_.forms)
      if (!form.fiscal_year)
        form.fiscal_year = year;
  }

  /// A label that went without the value behind its colon has lost it.
  static bool lost_its_value(Piece const& piece, Claim const& claim) {
    return claim.kind == ClaimKind::label && piece.label.rest > 0;
  }

  /// Labels that nobody knows are told where cells begin and end; where nothing parts the cells, what was taken for one
  /// may hold names and values.
  static bool may_be_no_label(Piece const& piece, Claim const& claim) {
    return piece.fused && claim.kind == ClaimKind::label && !piece.label.known() && !piece.label.is_level();
  }

  /// Outside the forms a text is told of with its cell. A line in which nothing parts the cells is no such text where a
  /// form took some of it.
  bool is_told_with_its_cell(Piece const& piece) const {
    auto const claim = claims_[piece.cell].kind;
    return claim != ClaimKind::none && (claim == ClaimKind::document || !piece.fused);
  }

  /// What no field took of a row.
  struct LeftText {
    std::string text;
    std::uint32_t first = 0; ///< its first piece
  };

  /// Every piece is claimed or listed; within a form, what is left is reported row by row.
  void account(std::vector<Segment> const& segments) {
    // Between the title of a document and its first form stands the list of contents.
    for (std::size_t i = 0; i < page_.pieces.size(); ++i)
      if (piece_claims_[i].kind == ClaimKind::none && claims_[page_.pieces[i].cell].kind == ClaimKind::layout)
        page_.pieces[i].joined = true;
    for (auto const& cut : page_.cut_texts)
      piece_claims_[cut.rest] = piece_claims_[cut.piece];
    for (std::size_t i = 0; i < page_.pieces.size(); ++i)
      if (auto const claim = page_.pieces[i].joined && piece_claims_[i].kind == ClaimKind::none
                                 ? Claim{ClaimKind::layout}
                                 : piece_claims_[i];
          claim.kind != ClaimKind::none && claims_[page_.pieces[i].cell].kind == ClaimKind::none)
        claims_.claim(page_.pieces[i].cell, claim);
    auto& coverage = document_.coverage;
    std::size_t next = 0, form = 0;
    for (std::uint32_t row = 0; row + 1 < page_.rows.size(); ++row) {
      LeftText left;
      for (auto i = page_.rows[row]; i < page_.rows[row + 1]; ++i) {
        auto const& piece = page_.pieces[i];
        if (piece.blank() || piece.inferred)
          continue;
        while (next < segments.size() && segments[next].end <= i)
          ++next;
        bool const inside = next < segments.size() && segments[next].first <= i;
        ++coverage.cells;
        if (lost_its_value(piece, piece_claims_[i]) || may_be_no_label(piece, piece_claims_[i]))
          piece_claims_[i] = {};
        if (auto const& claim = piece_claims_[i]; claim.kind == ClaimKind::field || claim.kind == ClaimKind::record)
          if (auto const before = std::exchange(form, claim.form); before != form)
            report_left(left, before); // a line may hold several forms
        if ((piece.joined && !piece.undecided) || piece_claims_[i].kind != ClaimKind::none ||
            (!inside && is_told_with_its_cell(piece))) {
          ++coverage.claimed;
          continue;
        }
        coverage.unclaimed.push_back({locate_piece(opened_, page_, i), std::string(piece.text)});
        if (piece.undecided && inside)
          continue; // said of it already
        if (left.text.empty())
          left.first = i;
        left.text += (left.text.empty() ? "" : " | ") + clean_value(piece.text);
      }
      report_left(left, form);
    }
  }

  /// Of the form that stands nearest before it.
  void report_left(LeftText& left, std::size_t form) {
    if (!left.text.empty() && !document_.forms.empty())
      sink_.emit(Code::unclaimed_cell, {{"text", left.text}}, locate_piece(opened_, page_, left.first),
                 "/forms/" + std::to_string(form));
    left = {};
  }

  Opened const& opened_;
  GrammarSet::Impl const& grammars_;
  Document& document_;
  DiagnosticSink& sink_;
  WhyAsked* asked_;
  std::vector<LayoutDraft>* drafts_;
  DocumentLabels labels_;
  std::unique_ptr<Trial> trial_;
  Page& page_;
  std::vector<Claim>& piece_claims_;
  ClaimMap claims_;
  LastLabels last_labels_;
};

} // namespace

Grid grid_of(std::string_view media_type) {
  for (std::string_view const text :
       {"text/plain", "text/tab-separated-values", "text/csv", "text/markdown", "text/x-rst"})
    if (media_type == text)
      return Grid::none;
  bool const sheet =
      media_type.find("sheet") != std::string_view::npos || media_type.find("excel") != std::string_view::npos;
  return sheet ? Grid::sheet : Grid::spans;
}

ClaimMap recognise(Opened const& opened, GrammarSet::Impl const& grammars, Document& document, DiagnosticSink& sink,
                   WhyAsked* asked, std::vector<LayoutDraft>* drafts) {
  return Recognition(opened, grammars, document, sink, asked, drafts).run();
}

} // namespace jixiao::recognition
