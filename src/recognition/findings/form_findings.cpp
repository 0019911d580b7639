#include "recognition/findings/form_findings.hpp"

#include "forms/printed_row.hpp"
#include "recognition/findings/form_places.hpp"
#include "recognition/groups/row_report.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "recognition/pieces/garbled.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

namespace {

class FormFindings {
public:
  FormFindings(Draft const& draft, Opened const& opened, std::string const& path, DiagnosticSink& sink)
      : draft_(draft), page_(*draft.page), claims_(*draft.claims), opened_(opened), path_(path), sink_(sink) {}

  void report() {
    for (auto const& remark : draft_.remarks) {
      emit(remark);
      report_level1(remark);
    }
    auto mended = std::ranges::lower_bound(page_.mended, draft_.first_piece);
    for (; mended != page_.mended.end() && *mended <= draft_.last_piece; ++mended)
      sink_.emit(Code::label_damaged, {{"printed", printed(*mended)}, {"label", page_.pieces[*mended].label.text}},
                 locate_piece(opened_, page_, *mended), path_);
    report_over_lines();
    report_garbled();
    report_cut_texts();
    report_other_characters();
    report_doubts();
    report_open_cells();
    report_headerless();
    report_head();
    report_amounts();
    report_blanks();
    report_fused();
  }

private:
  /// A label may be told for a cell that has no text any more.
  std::string printed(std::uint32_t piece) const {
    return is_blank(page_.reading->cells[page_.pieces[piece].cell].text) ? std::string() : draft_.text(piece);
  }

  /// A row at the edge of a label of level 2 that may be another's is at that of one of level 1, too, where the row
  /// beside it has another one.
  void report_level1(Remark const& remark) {
    constexpr std::string_view list = "/indicators/", field = "/level2";
    if (remark.code != Code::label_placed || !remark.path.starts_with(list) || !remark.path.ends_with(field))
      return;
    auto const& all = draft_.form.indicators;
    auto const at = static_cast<std::size_t>(std::atoll(remark.path.c_str() + list.size()));
    auto const differs = [&](std::size_t other) { return other < all.size() && all[other].level1 != all[at].level1; };
    if (at >= all.size() || !all[at].level1 || (!differs(at - 1) && !differs(at + 1)))
      return;
    auto of_level1 = remark;
    of_level1.path.back() = '1';
    for (auto& argument : of_level1.arguments)
      if (argument.name == "label")
        argument.value = *all[at].level1;
    emit(of_level1);
  }

  void report_over_lines() {
    for (auto const& [piece, rest] : page_.over_lines) {
      auto const& claim = claims_[piece];
      auto const path = pointer_of(claim);
      if (claim.form != draft_.number || path.empty())
        continue;
      auto const &whole = page_.pieces[piece].text, &behind = page_.pieces[rest].text;
      auto const before = whole.substr(0, static_cast<std::size_t>(behind.data() - whole.data()));
      sink_.emit(Code::text_joined,
                 {{"text", draft_.text(rest)},
                  {"field", path.substr(path.rfind('/') + 1)},
                  {"cells", clean_value(before) + " | " + draft_.text(rest)}},
                 locate_piece(opened_, page_, rest), path);
    }
  }

  /// Sentences of a page whose cells were cut may be those of two columns, line by line.
  void report_garbled() {
    for (auto i = draft_.first_piece; page_.cut && i <= draft_.last_piece && i < page_.pieces.size(); ++i) {
      auto const& claim = claims_[i];
      bool const of_form =
          claim.form == draft_.number && (claim.kind == ClaimKind::field || claim.kind == ClaimKind::record);
      if (!of_form || kind_of(claim.field) != FieldKind::prose || !is_garbled(page_.pieces[i].text))
        continue;
      if (auto path = pointer_of(claim); garbled_.insert(path).second)
        emit_text(Code::text_garbled, i, field_of(claim), path);
    }
  }

  void report_cut_texts() {
    std::string last;
    auto cut = std::ranges::lower_bound(page_.cut_texts, draft_.first_piece, {}, &CutText::piece);
    for (; cut != page_.cut_texts.end() && cut->piece <= draft_.last_piece; ++cut) {
      auto const& [piece, rest, line] = *cut;
      auto path = pointer_of(claims_[piece]);
      if (claims_[piece].form != draft_.number || path.empty())
        continue;
      auto const field = field_of(claims_[piece]);
      if (!line.empty())
        sink_.emit(Code::text_joined,
                   {{"text", clean_value(line)},
                    {"field", field},
                    {"cells", printed_row(page_, page_.pieces[rest].source_row)}},
                   locate_piece(opened_, page_, rest), path);
      else if (path != last && !garbled_.contains(path))
        emit_text(Code::text_cut, piece, field, path);
      last = std::move(path);
    }
  }

  /// Fields whose text its reader put together, each once.
  void report_doubts() {
    std::string last;
    for (auto i = draft_.first_piece; i <= draft_.last_piece && i < page_.pieces.size(); ++i) {
      auto const& claim = claims_[i];
      if (page_.doubt(i) != Doubt::cut || claim.form != draft_.number)
        continue;
      auto path = pointer_of(claim);
      if (path.empty() || path == last)
        continue;
      emit_text(Code::text_cut, i, field_of(claim), path);
      last = std::move(path);
    }
  }

  /// Text aligned by white space that may be of the columns beside its own, too: with it stand or fall the others of an
  /// indicator, all amounts, or both goals.
  void report_open_cells() {
    std::set<std::string> told;
    for (auto i = draft_.first_piece; i <= draft_.last_piece && i < page_.pieces.size(); ++i) {
      auto const& claim = claims_[i];
      if (page_.doubt(i) != Doubt::white || claim.form != draft_.number)
        continue;
      auto path = pointer_of(claim);
      auto const end = path.starts_with(path_ + "/indicators/") ? path.find('/', path_.size() + 12)
                       : path.starts_with(path_ + "/funds/") || path.starts_with(path_ + "/goals/") ? path_.size() + 6
                                                                                                    : path.npos;
      path.resize(std::min(path.size(), end));
      if (!path.empty() && told.insert(path).second)
        sink_.emit(Code::parted_by_blanks, {{"what", shortened(page_.pieces[i].text)}}, locate_piece(opened_, page_, i),
                   std::move(path));
    }
  }

  std::string_view field_of(Claim const& claim) const {
    if (!claim.list.empty())
      return "listed";
    return claim.field == FieldId::funds ? std::string_view(draft_.form.funds[claim.record].measure)
                                         : name_of(claim.field);
  }

  void emit_text(Code code, std::uint32_t piece, std::string_view field, std::string const& path) {
    sink_.emit(code, {{"field", field}, {"text", shortened(page_.pieces[piece].text)}},
               locate_piece(opened_, page_, piece), path);
  }

  /// Said once a form, at its first label of that kind.
  void report_other_characters() {
    std::size_t count = 0;
    std::uint32_t first = 0;
    for (auto i = draft_.segment_first; i < draft_.segment_end; ++i)
      if (page_.pieces[i].label.other_characters && count++ == 0)
        first = i;
    if (count > 0)
      sink_.emit(Code::labels_in_other_characters,
                 {{"printed", draft_.text(first)}, {"label", page_.pieces[first].label.text}, {"count", count}},
                 locate_piece(opened_, page_, first), path_);
  }

  /// Labels of groups that stand under no header: a table of indicators whose header row is lost.
  void report_headerless() {
    if (draft_.has_header)
      return;
    for (auto i = draft_.segment_first; i < draft_.segment_end; ++i)
      if (page_.pieces[i].label.is_level() && claims_[i].kind == ClaimKind::none) {
        sink_.emit(Code::header_missing, {{"header", "一级指标 | 二级指标 | 三级指标"}}, locate_row(opened_, page_, i),
                   path_ + "/indicators");
        return;
      }
  }

  /// A label of a project or an office, whose value is blank.
  bool has_label_of_head() const {
    for (auto i = draft_.segment_first; i < draft_.segment_end; ++i) {
      auto const& label = page_.pieces[i].label;
      if (label.is(Role::pair, "project_name") || label.is(Role::pair, "supervising_department") ||
          label.is(Role::pair, "implementing_unit"))
        return true;
    }
    return false;
  }

  /// Neither a project nor an office, though the head holds what was not understood.
  void report_head() {
    auto const& form = draft_.form;
    if (form.project_name || form.supervising_department || form.implementing_unit ||
        form.kind.starts_with("department_") || has_label_of_head())
      return;
    auto const unknown = std::ranges::find(draft_.remarks, Code::label_unknown, &Remark::code);
    auto piece = unknown == draft_.remarks.end() ? draft_.segment_end : unknown->piece;
    for (auto i = draft_.first_piece; i < std::min(piece, draft_.last_piece); ++i)
      if (claims_[i].kind == ClaimKind::record)
        return; // below the first indicator
      else if (claims_[i].kind == ClaimKind::none && page_.pieces[i].is_text())
        piece = i;
    if (piece >= draft_.segment_end)
      return;
    for (std::string_view const field : {"project_name", "supervising_department", "implementing_unit"})
      sink_.emit(Code::head_not_read, {{"field", field}, {"text", shortened(page_.pieces[piece].text)}},
                 locate_piece(opened_, page_, piece), path_ + "/" + std::string(field));
  }

  /// No total was read, though a number is kept under a label that speaks of money.
  void report_amounts() {
    static auto const words = vocabulary_words("looks.vocab", "says_money");
    static auto const others = vocabulary_words("looks.vocab", "no_money");
    auto const& form = draft_.form;
    auto const is_total = [](Fund const& fund) { return fund.item == "total" && fund.number && fund.yuan; };
    auto const speaks_of_money = [&](std::string const& label) {
      return any_stands_in(label, words) &&
             std::ranges::none_of(others, [&](std::string_view end) { return label.ends_with(end); });
    };
    auto const is_amount = [&](Labelled const& value) {
      auto const look = look_of(value.text);
      return (look == Look::number || look == Look::money) && std::ranges::any_of(value.label, speaks_of_money);
    };
    auto const is_own = [&](Labelled const& value) { return is_amount(value) && speaks_of_money(value.label.back()); };
    auto amount = std::ranges::find_if(form.other, is_own);
    if (amount == form.other.end())
      amount = std::ranges::find_if(form.other, is_amount);
    if (amount == form.other.end() || std::ranges::any_of(form.funds, is_total))
      return;
    sink_.emit(Code::amounts_elsewhere, {{"label", amount->label.back()}, {"text", amount->text}}, amount->at,
               path_ + "/funds");
  }

  /// True for a piece of a table whose cells nothing but white parts.
  bool is_parted_by_white(std::uint32_t piece) const {
    auto const& reading = opened_.reading;
    return page_.by_blanks || reading.blocks[reading.rows[page_.pieces[piece].source_row].block].unruled;
  }

  /// Fields that are no amounts, goals or indicators; each once.
  void report_white_beside_fields() {
    std::set<std::string> told;
    for (auto i = draft_.first_piece; i <= draft_.last_piece && i < page_.pieces.size(); ++i) {
      auto const& claim = claims_[i];
      bool const single = claim.kind == ClaimKind::field && claim.form == draft_.number &&
                          claim.field != FieldId::funds && !name_of(claim.field).starts_with("goals");
      if (single && is_parted_by_white(i))
        if (auto path = pointer_of(claim); told.insert(path).second)
          sink_.emit(Code::parted_by_blanks, {{"what", shortened(page_.pieces[i].text)}},
                     locate_piece(opened_, page_, i), std::move(path));
    }
  }

  void report_blanks() {
    auto const& form = draft_.form;
    // A form may claim nothing: its lines are all another one's.
    auto const first = draft_.indicator_pieces.empty() ? draft_.first_piece : draft_.indicator_pieces.front();
    if (first >= page_.pieces.size() || !is_parted_by_white(first))
      return;
    if (!page_.by_blanks)
      report_white_beside_fields();
    for (std::size_t i = 0; i < form.indicators.size(); ++i)
      sink_.emit(Code::parted_by_blanks, {{"what", form.indicators[i].level3.value_or("—")}}, form.indicators[i].at,
                 path_ + "/indicators/" + std::to_string(i));
    if (!form.funds.empty())
      sink_.emit(Code::parted_by_blanks, {{"what", "资金"}}, form.funds[0].at, path_ + "/funds");
    if (form.goals.annual || form.goals.expected || form.goals.project)
      sink_.emit(Code::parted_by_blanks, {{"what", "目标"}}, form.at, path_ + "/goals");
  }

  /// What was read from text in which nothing parts the cells, and what was not.
  void report_fused() {
    for (auto const& remark : page_.fused) {
      if (remark.piece < draft_.segment_first || remark.piece >= draft_.segment_end)
        continue;
      auto const& claim = claims_[remark.anchor];
      auto at = pointer_of(claim);
      if (claim.form != draft_.number || at.empty())
        at = path_;
      else if (claim.kind == ClaimKind::record)
        at = path_ + "/indicators/" + std::to_string(claim.record);
      else if (remark.note.of_all)
        at = path_ + "/goals";
      if (remark.note.fields.empty()) {
        sink_.emit(Code::cells_fused, {{"what", remark.note.what}, {"cells", remark.note.cells}},
                   locate_piece(opened_, page_, remark.piece), at);
        continue;
      }
      auto const& fields = remark.note.fields;
      std::string names;
      for (auto const& field : fields)
        names += (names.empty() ? "" : "、") + field;
      if (claim.kind != ClaimKind::record && claim.kind != ClaimKind::field)
        at = path_ + (remark.note.what.empty() ? "/indicators" : "/funds");
      sink_.emit(Code::fused_undecided, {{"text", remark.note.cells}, {"fields", names}, {"ways", remark.note.ways}},
                 locate_piece(opened_, page_, remark.piece), at);
    }
  }

  void emit(Remark const& remark) {
    Diagnostic finding{remark.code,
                       info(remark.code).severity,
                       {},
                       path_ + remark.path,
                       remark.row ? locate_row(opened_, page_, remark.piece)
                                  : locate_piece(opened_, page_, remark.piece)};
    for (auto const& argument : remark.arguments)
      finding.arguments.push_back({argument.name, argument.value});
    if (remark.likely)
      finding.certainty = Certainty::likely;
    sink_.emit(std::move(finding));
  }

  Draft const& draft_;
  Page const& page_;
  std::vector<Claim> const& claims_; ///< one for each piece
  Opened const& opened_;
  std::string const& path_;       ///< of the form
  std::set<std::string> garbled_; ///< fields that are said to be
  DiagnosticSink& sink_;
};

} // namespace

void report_form(Draft const& draft, Opened const& opened, std::string const& path, DiagnosticSink& sink) {
  FormFindings(draft, opened, path, sink).report();
}

} // namespace jixiao::recognition
