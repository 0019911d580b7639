#include "recognition/recognise.hpp"

#include "forms/builtin_forms.hpp"
#include "forms/printed_row.hpp"
#include "grammars/fiscal_year.hpp"
#include "model/outside.hpp"
#include "recognition/family.hpp"
#include "recognition/layout_name.hpp"
#include "recognition/own_grammars.hpp"
#include "recognition/segments.hpp"
#include "recognition/why.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace jixiao::recognition {

namespace {

CueFinder const& builtin_cues() {
  static CueFinder const cues(builtin_taxonomy());
  return cues;
}

class Recognition {
public:
  Recognition(Opened const& opened, GrammarSet::Impl const& grammars, Document& document, DiagnosticSink& sink,
              std::vector<LayoutDraft>* drafts)
      : opened_(opened), grammars_(grammars), document_(document), sink_(sink), drafts_(drafts),
        labels_(grammars.own, opened.reading),
        page_(make_page(opened.reading, labels_.finder(), labels_.titles(), grid_of(document.source.media_type))),
        claims_(opened.reading.cells.size()), piece_claims_(page_.pieces.size()) {}

  ClaimMap run(WhyAsked* asked) {
    Weighed weighed;
    page_.weighed = asked ? &weighed : nullptr;
    auto segments = find_segments(page_);
    for (auto const& segment : segments)
      for (auto const head : segment.running_heads)
        page_.pieces[head].joined = true; // no row of the form
    auto drafts = read_forms(segments);
    inherit_lines_above(drafts);
    for (auto& segment : segments)
      trim(segment);
    read_outside_of(segments);
    for (auto& of_segment : drafts)
      for (auto& draft : of_segment)
        add(std::move(draft));
    raise_title();
    share_year(segments);
    if (document_.forms.empty())
      sink_.emit(Code::no_form, {{"nearest", nearest()}});
    account(segments);
    if (asked)
      asked->answer = explain_field(
          {page_, piece_claims_, weighed, builtin_taxonomy(), [&](std::uint32_t piece) { return locate_piece(piece); }},
          asked->pointer);
    return std::move(claims_);
  }

private:
  Drafts read(Segment const& segment, NameVotes const& votes, std::size_t form) {
    Evidence const evidence{builtin_cues(), votes, static_cast<std::uint32_t>(form)};
    return read_segment(page_, segment, labels_.finder(), piece_claims_, evidence);
  }

  /// Where labels may have slid, a form that files a name elsewhere than the other forms do is read again with what
  /// they say.
  std::vector<Drafts> read_forms(std::vector<Segment> const& segments) {
    std::vector<Drafts> drafts;
    std::size_t form = 0;
    for (auto const& segment : segments) {
      drafts.push_back(read(segment, {}, form));
      form += drafts.back().size();
    }
    if (form < 2 || (page_.borders != Borders::gridded && page_.borders != Borders::separated))
      return drafts;
    NameVotes votes;
    for (auto const& of_segment : drafts)
      for (auto const& draft : of_segment)
        vote(draft.form, draft.number, builtin_taxonomy(), votes);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      auto const number = drafts[i].front().number;
      if (drafts[i].size() > 1 || !is_outvoted(drafts[i].front().form, number, builtin_taxonomy(), votes))
        continue;
      std::fill(piece_claims_.begin() + segments[i].first, piece_claims_.begin() + segments[i].end, Claim{});
      drafts[i] = read(segments[i], votes, number);
    }
    return drafts;
  }

  Location locate_piece(std::uint32_t index) const {
    auto const& piece = page_.pieces[index];
    return locate(opened_, piece.source_row, piece.cell - opened_.reading.rows[piece.source_row].first_cell);
  }

  Location locate_row(std::uint32_t index) const {
    auto const row = page_.pieces[index].source_row;
    return locate(opened_, row, opened_.reading.rows[row].cell_count);
  }

  /// Prose below a form is none of it.
  void trim(Segment& segment) const {
    // What lies over a sheet is of the form on it.
    if (grid_of(document_.source.media_type) == Grid::sheet)
      return;
    auto const taken = [&](std::uint32_t i) { return piece_claims_[i].kind != ClaimKind::none; };
    while (segment.end > segment.first + 1 && page_.pieces[segment.end - 1].paragraph && !taken(segment.end - 1))
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
    auto const page = read_page(opened_.reading, grammars_.lexicon);
    if (auto const row = read_outside(page, stretches, claims_, document_))
      document_.title_at = locate(opened_, *row, opened_.reading.rows[*row].cell_count);
  }

  void add(Draft draft) {
    auto const index = static_cast<std::uint32_t>(document_.forms.size());
    auto const path = "/forms/" + std::to_string(index);
    for (auto const& furniture : draft.furniture)
      document_.coverage.furniture.push_back(
          {std::string(furniture.kind), draft.text(furniture.piece), locate_piece(furniture.piece)});
    settle_family(draft);
    place(draft);
    for (auto const& remark : draft.remarks)
      emit(remark, path);
    for (auto const piece : page_.mended)
      if (piece >= draft.first_piece && piece <= draft.last_piece)
        sink_.emit(Code::label_damaged, {{"printed", draft.text(piece)}, {"label", page_.pieces[piece].label.text}},
                   locate_piece(piece), path);
    report_other_characters(draft, path);
    report_doubts(draft);
    report_headerless(draft, path);
    report_blanks(draft.form, path);
    report_fused(draft, path);
    if (draft.form.indicators.empty())
      sink_.emit(Code::no_indicators, {}, draft.form.at, path + "/indicators");
    name_layout(draft, path);
    document_.forms.push_back(std::move(draft.form));
  }

  void name_layout(Draft& draft, std::string const& path) {
    auto const choice = choose_layout(draft, document_.forms, builtin_layouts(), grammars_.own_layouts.table());
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

  /// Fields whose text may not be what was printed, each once.
  void report_doubts(Draft const& draft) {
    std::string last;
    for (auto i = draft.first_piece; i <= draft.last_piece && i < page_.pieces.size(); ++i) {
      auto const& claim = piece_claims_[i];
      auto const doubt = page_.doubt(i);
      if (doubt == Doubt::none || claim.form != draft.number)
        continue;
      auto path = pointer_of(claim);
      if (path.empty() || path == last)
        continue;
      auto const field = claim.field == FieldId::funds ? std::string_view(draft.form.funds[claim.record].measure)
                                                       : name_of(claim.field);
      emit_doubt(doubt, i, field, path);
      last = std::move(path);
    }
  }

  void emit_doubt(Doubt doubt, std::uint32_t piece, std::string_view field, std::string const& path) {
    auto const text = shortened(page_.pieces[piece].text);
    auto const& cell = opened_.reading.cells[page_.pieces[piece].cell];
    auto const at = locate_piece(piece);
    switch (doubt) {
    case Doubt::cut:
      return sink_.emit(Code::text_cut, {{"field", field}, {"text", text}}, at, path);
    case Doubt::mended:
      return sink_.emit(
          Code::text_mended,
          {{"printed", shortened(std::string_view(opened_.text.text).substr(cell.begin, cell.end - cell.begin))},
           {"text", text}},
          at, path);
    case Doubt::garbled:
      return sink_.emit(Code::text_garbled, {{"field", field}, {"text", text}}, at, path);
    case Doubt::interleaved: // the texts beside it lack what this one has too many
      return sink_.emit(Code::texts_interleaved, {{"field", field}, {"text", text}}, at,
                        path.substr(0, path.rfind('/')));
    case Doubt::placed:
    case Doubt::none:
      break;
    }
  }

  /// Said once a form, at its first label of that kind.
  void report_other_characters(Draft const& draft, std::string const& path) {
    std::size_t count = 0;
    std::uint32_t first = 0;
    for (auto i = draft.segment_first; i < draft.segment_end; ++i)
      if (page_.pieces[i].label.other_characters && count++ == 0)
        first = i;
    if (count > 0)
      sink_.emit(Code::labels_in_other_characters,
                 {{"printed", draft.text(first)}, {"label", page_.pieces[first].label.text}, {"count", count}},
                 locate_piece(first), path);
  }

  /// DocumentLabels of groups that stand under no header: a table of indicators whose header row is lost.
  void report_headerless(Draft const& draft, std::string const& path) {
    if (draft.has_header)
      return;
    for (auto i = draft.segment_first; i < draft.segment_end; ++i)
      if (page_.pieces[i].label.is_level() && piece_claims_[i].kind == ClaimKind::none) {
        sink_.emit(Code::header_missing, {{"header", "一级指标 | 二级指标 | 三级指标"}}, locate_row(i),
                   path + "/indicators");
        return;
      }
  }

  void report_blanks(Form const& form, std::string const& path) {
    if (!page_.by_blanks)
      return;
    for (std::size_t i = 0; i < form.indicators.size(); ++i)
      sink_.emit(Code::parted_by_blanks, {{"what", form.indicators[i].level3.value_or("—")}}, form.indicators[i].at,
                 path + "/indicators/" + std::to_string(i));
    if (!form.funds.empty())
      sink_.emit(Code::parted_by_blanks, {{"what", "资金"}}, form.funds[0].at, path + "/funds");
    if (form.goals.annual || form.goals.expected || form.goals.project)
      sink_.emit(Code::parted_by_blanks, {{"what", "目标"}}, form.at, path + "/goals");
  }

  /// What was read from text in which nothing parts the cells, and what was not.
  void report_fused(Draft const& draft, std::string const& path) {
    for (auto const& remark : page_.fused) {
      if (remark.piece < draft.segment_first || remark.piece >= draft.segment_end)
        continue;
      auto const& claim = piece_claims_[remark.anchor];
      auto at = pointer_of(claim);
      if (claim.form != draft.number || at.empty())
        at = path;
      else if (claim.kind == ClaimKind::record)
        at = path + "/indicators/" + std::to_string(claim.record);
      if (remark.note.fields.empty()) {
        sink_.emit(Code::cells_fused, {{"what", remark.note.what}, {"cells", remark.note.cells}},
                   locate_piece(remark.piece), at);
        continue;
      }
      auto const& fields = remark.note.fields;
      std::string names;
      for (auto const& field : fields)
        names += (names.empty() ? "" : "、") + field;
      if (claim.kind != ClaimKind::record && claim.kind != ClaimKind::field)
        at = path + (remark.note.what.empty() ? "/indicators" : "/funds");
      sink_.emit(Code::fused_undecided, {{"text", remark.note.cells}, {"fields", names}, {"ways", remark.note.ways}},
                 locate_piece(remark.piece), at);
    }
  }

  void emit(Remark const& remark, std::string const& form) {
    Diagnostic finding{remark.code,
                       info(remark.code).severity,
                       {},
                       form + remark.path,
                       remark.row ? locate_row(remark.piece) : locate_piece(remark.piece)};
    for (auto const& argument : remark.arguments)
      finding.arguments.push_back({argument.name, argument.value});
    if (remark.likely)
      finding.certainty = Certainty::likely;
    sink_.emit(std::move(finding));
  }

  /// Fills in where the fields, amounts and indicators of a form stand.
  void place(Draft& draft) {
    auto& form = draft.form;
    for (auto const& [field, piece] : draft.places) {
      auto const at = locate_piece(piece);
      if (auto const id = find_field(field))
        form.places.push_back({name_of(*id), at});
      else
        place_listed(form, field, at);
    }
    for (std::size_t i = 0; i < form.funds.size() && i < draft.fund_pieces.size(); ++i)
      form.funds[i].at = locate_piece(draft.fund_pieces[i]);
    for (std::size_t i = 0; i < form.indicators.size() && i < draft.indicator_pieces.size(); ++i) {
      auto& indicator = form.indicators[i];
      indicator.at = locate_row(draft.indicator_pieces[i]);
      for (auto& other : indicator.other)
        other.at = indicator.at;
      for (auto& choice : indicator.choices)
        choice.at = indicator.at;
    }
    if (draft.first_piece < page_.pieces.size())
      form.at = locate_row(draft.first_piece);
  }

  /// `other/2`, `tasks/0/3`
  static void place_listed(Form& form, std::string_view path, Location const& at) {
    auto const slash = path.find('/');
    auto const list = path.substr(0, slash);
    std::size_t index = 0, cell = 0;
    auto const* end = path.data() + path.size();
    auto const read = std::from_chars(path.data() + slash + 1, end, index);
    if (read.ptr != end)
      std::from_chars(read.ptr + 1, end, cell);
    if (list == "other" && index < form.other.size())
      form.other[index].at = at;
    else if (list == "contacts" && index < form.contacts.size())
      form.contacts[index].at = at;
    else if (list == "choices" && index < form.choices.size())
      form.choices[index].at = at;
    else if (list == "tasks" && index < form.tasks.size() && cell < form.tasks[index].cells.size())
      form.tasks[index].cells[cell].at = at;
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

  /// What was seen of a form when none was found.
  std::string nearest() const {
    std::size_t labels = 0;
    for (auto const& piece : page_.pieces)
      labels += piece.label.known() && piece.label.text.size() >= 6 ? 1 : 0;
    return labels == 0 ? "none" : std::to_string(labels) + " labels";
  }

  /// A label that went without the value behind its colon has lost it.
  static bool lost_its_value(Piece const& piece, Claim const& claim) {
    return claim.kind == ClaimKind::label && piece.label.rest > 0;
  }

  /// Every piece is claimed or listed; within a form, what is left is reported row by row.
  void account(std::vector<Segment> const& segments) {
    for (std::size_t i = 0; i < page_.pieces.size(); ++i)
      if (auto const claim = page_.pieces[i].joined && piece_claims_[i].kind == ClaimKind::none
                                 ? Claim{ClaimKind::layout}
                                 : piece_claims_[i];
          claim.kind != ClaimKind::none && claims_[page_.pieces[i].cell].kind == ClaimKind::none)
        claims_.claim(page_.pieces[i].cell, claim);
    auto& coverage = document_.coverage;
    std::size_t next = 0, form = 0;
    for (std::uint32_t row = 0; row + 1 < page_.rows.size(); ++row) {
      std::string left;
      std::int64_t first = -1;
      for (auto i = page_.rows[row]; i < page_.rows[row + 1]; ++i) {
        auto const& piece = page_.pieces[i];
        if (piece.blank() || piece.inferred)
          continue;
        while (next < segments.size() && segments[next].end <= i)
          ++next;
        bool const inside = next < segments.size() && segments[next].first <= i;
        ++coverage.cells;
        if (lost_its_value(piece, piece_claims_[i]))
          piece_claims_[i] = {};
        if (auto const& claim = piece_claims_[i]; claim.kind == ClaimKind::field || claim.kind == ClaimKind::record)
          form = claim.form; // what is left is said of the form that stands nearest before it
        if ((piece.joined && !piece.undecided) || piece_claims_[i].kind != ClaimKind::none ||
            (!inside && claims_[piece.cell].kind != ClaimKind::none)) {
          ++coverage.claimed;
          continue;
        }
        coverage.unclaimed.push_back({locate_piece(i), std::string(piece.text)});
        if (piece.undecided && inside)
          continue; // said of it already
        if (first < 0)
          first = i;
        left += (left.empty() ? "" : " | ") + clean_value(piece.text);
      }
      if (first >= 0 && !document_.forms.empty())
        sink_.emit(Code::unclaimed_cell, {{"text", left}}, locate_piece(static_cast<std::uint32_t>(first)),
                   "/forms/" + std::to_string(form));
    }
  }

  Opened const& opened_;
  GrammarSet::Impl const& grammars_;
  Document& document_;
  DiagnosticSink& sink_;
  std::vector<LayoutDraft>* drafts_;
  DocumentLabels labels_;
  Page page_;
  ClaimMap claims_;
  std::vector<Claim> piece_claims_;
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
  return Recognition(opened, grammars, document, sink, drafts).run(asked);
}

} // namespace jixiao::recognition
