#include "recognition/layouts/layout_draft.hpp"

#include "forms/builtin_forms.hpp"
#include "forms/form_labels.hpp"
#include "forms/form_language_inheritance.hpp"
#include "forms/printed_row.hpp"
#include "recognition/labels/labels.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "recognition/layouts/layout_match.hpp"
#include "recognition/layouts/printed_labels.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_comments = 20; ///< of texts that nothing took
constexpr std::string_view fallback = "base-target-table";

using Texts = std::set<std::string, std::less<>>;

/// The part of a title that is the same for all forms of its layout: without the year and without who prints it.
std::string title_pattern(std::string const& title) {
  std::string_view rest = title;
  if (auto const funds = rest.rfind("资金绩效"); funds != std::string_view::npos && funds > 0)
    rest.remove_prefix(funds);
  else if (auto const region = rest.find("区域绩效"); region != std::string_view::npos)
    rest.remove_prefix(region);
  else {
    auto first = std::string_view::npos;
    static auto const words = vocabulary_words("furniture.vocab", "title");
    for (auto const word : words)
      first = std::min(first, rest.find(word));
    rest.remove_prefix(first == std::string_view::npos ? 0 : first);
  }
  return (rest.size() < title.size() ? "*" : "") + std::string(rest);
}

bool is_amount_label(Label const& label) { return label.as(Role::fund) && !label.as(Role::goal); }

class LayoutDrafter {
public:
  explicit LayoutDrafter(Draft const& draft) : draft_(draft), labels_(printed_labels(draft)) {}

  LayoutDraft run() && {
    choose_base();
    head();
    records();
    matrix();
    values();
    without();
    comments();
    return std::move(out_);
  }

private:
  void choose_base() {
    LayoutMatch const match(builtin_layouts(), labels_);
    LayoutFit const* best = nullptr;
    for (auto const& fit : match.fits())
      if (match.layout(fit).is_base && match.layout(fit).family == draft_.form.kind &&
          (!best || match.distance(fit) < match.distance(*best)))
        best = &fit;
    auto const name = best ? match.layout(*best).name : fallback;
    auto const& forms = builtin_forms();
    base_ = form_language::with_bases(*std::ranges::find(forms, name, &FormGrammar::name), forms, {});
    visit_labels(base_, [&](LabelRule const& rule, LabelKind kind) {
      if (kind == LabelKind::value)
        for (auto const& text : rule.texts)
          base_values_.insert(label_key(text));
    });
  }

  void head() {
    auto const& form = draft_.form;
    out_.form.base = base_.name;
    out_.form.name = "draft-" + form.kind;
    std::ranges::replace(out_.form.name, '_', '-');
    if (form.kind != base_.family)
      out_.form.family = form.kind;
    if (form.fiscal_year)
      out_.form.first_year = form.fiscal_year;
    out_.form.titles = {form.title ? title_pattern(*form.title) : std::string("*绩效目标表")};
    if (!form.title)
      out_.comments.push_back("No title is printed; write the one that such forms have.");
  }

  static LabelRule bare(std::string text) { return {{std::move(text)}, {}, {}, 0}; }

  static bool is_one_of(LabelRule const& rule, std::string_view text) {
    return std::ranges::any_of(rule.texts, [&](std::string const& one) { return label_key(one) == text; });
  }

  template <class Rules, class Get>
  bool same_labels(std::vector<std::string> const& here, Rules const& rules, Get get) {
    return std::ranges::equal(here, rules,
                              [&](std::string const& text, auto const& rule) { return is_one_of(get(rule), text); });
  }

  std::vector<std::string> of_kind(LabelKind kind) const {
    std::vector<std::string> out;
    for (auto const& label : labels_)
      if (label.kind == kind)
        out.push_back(label.text);
    return out;
  }

  void records() {
    columns_ = of_kind(LabelKind::column);
    if (columns_.empty())
      return;
    for (auto const& label : labels_)
      if (label.kind == LabelKind::column)
        note_unplaced(label);
    auto const own = [](ColumnRule const& column) -> LabelRule const& { return column.label; };
    if (!base_.records.empty() && same_labels(columns_, base_.records.front().columns, own))
      return;
    restate_records();
  }

  void restate_records() {
    if (columns_.empty() || !out_.form.records.empty())
      return;
    auto& block = out_.form.records.emplace_back();
    for (auto const& text : columns_)
      block.columns.push_back({bare(text), false});
  }

  void matrix() {
    auto const columns = of_kind(LabelKind::amount_column);
    has_matrix_ = !columns.empty();
    if (!has_matrix_)
      return;
    std::vector<std::string> rows;
    for (auto const& label : labels_)
      if (label.kind == LabelKind::value && is_amount_label(draft_.piece(label.piece).label))
        rows.push_back(label.text);
    amounts_.insert(rows.begin(), rows.end());
    auto const own = [](LabelRule const& rule) -> LabelRule const& { return rule; };
    auto const* base = base_.matrices.empty() ? nullptr : &base_.matrices.front();
    MatrixBlock block;
    if (!base || !same_labels(rows, base->rows, own))
      std::ranges::transform(rows, std::back_inserter(block.rows), bare);
    if (!base || !same_labels(columns, base->columns, own))
      std::ranges::transform(columns, std::back_inserter(block.columns), bare);
    if (!block.rows.empty() || !block.columns.empty())
      out_.form.matrices.push_back(std::move(block));
  }

  void values() {
    std::vector<LabelRule> own;
    Texts written;
    for (auto const& label : labels_) {
      if (label.kind != LabelKind::value || amounts_.contains(label.text) || !written.insert(label.text).second)
        continue;
      if (!base_values_.contains(label.text) && !base_values_.contains(label.whole))
        own.push_back(bare(label.text));
      note_unplaced(label);
    }
    if (!own.empty())
      out_.form.pairs.push_back({{}, {std::move(own)}});
  }

  /// No field of the document is that of the label.
  static bool is_unplaced(Label const& label, LabelKind kind) {
    auto const* meaning = label.as(kind == LabelKind::column ? Role::column : Role::pair);
    bool const elsewhere = kind != LabelKind::column && (label.as(Role::goal) || label.as(Role::fund));
    return !label.known() || (meaning && meaning->target == "other" && !elsewhere);
  }

  void note_unplaced(PrintedLabel const& label) {
    if (is_unplaced(draft_.piece(label.piece).label, label.kind))
      unplaced_ += (unplaced_.empty() ? "" : " ") + label.text;
  }

  bool is_printed(LabelRule const& rule, std::initializer_list<LabelKind> kinds) const {
    return std::ranges::any_of(labels_, [&](PrintedLabel const& label) {
      return std::ranges::find(kinds, label.kind) != kinds.end() &&
             (is_one_of(rule, label.text) || is_one_of(rule, label.whole));
    });
  }

  void without() {
    bool touches_columns = false;
    visit_labels(base_, [&](LabelRule const& rule, LabelKind kind) {
      bool const of_matrix = kind == LabelKind::amount_row || kind == LabelKind::amount_column;
      bool const left_out = kind == LabelKind::value    ? !is_printed(rule, {LabelKind::value})
                            : of_matrix                 ? !has_matrix_
                            : kind == LabelKind::column ? columns_.empty()
                                                        : false;
      if (!left_out)
        return;
      auto const& text = rule.texts.front();
      if (std::ranges::find(out_.form.without, text) == out_.form.without.end())
        out_.form.without.push_back(text);
      touches_columns =
          touches_columns || (of_matrix && std::ranges::find(columns_, label_key(text)) != columns_.end());
    });
    // `without` names texts wherever they stand: a column that is also one of the fund block has to be said again.
    if (touches_columns)
      restate_records();
  }

  void comments() {
    if (!unplaced_.empty())
      out_.comments.push_back("Labels without a field; their values are kept under them: " + unplaced_);
    std::size_t count = 0;
    for (auto i = draft_.segment_first; i < draft_.segment_end && count < most_comments; ++i) {
      auto const& piece = draft_.piece(i);
      if (!piece.is_text() || draft_.claim_of(i).kind != ClaimKind::none)
        continue;
      auto text = shortened(piece.text);
      std::ranges::replace(text, '\n', ' ');
      out_.comments.push_back((count++ == 0 ? "Nothing took: " : "              ") + text);
    }
  }

  Draft const& draft_;
  std::vector<PrintedLabel> const labels_;
  FormGrammar base_;
  Texts base_values_, amounts_;
  std::vector<std::string> columns_;
  bool has_matrix_ = false;
  std::string unplaced_;
  LayoutDraft out_;
};

} // namespace

LayoutDraft draft_layout(Draft const& draft) { return LayoutDrafter(draft).run(); }

} // namespace jixiao::recognition
