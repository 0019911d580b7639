#include "recognition/damaged_names.hpp"

#include "recognition/fields/amounts.hpp"
#include "text/alike.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr double alike_enough = 0.5;  ///< for a name in its place of the list
constexpr double office_alike = 0.75; ///< for an office, which no order confirms
constexpr double same_office = 0.9;
constexpr std::size_t shortest_office = 4;       ///< ideographs
constexpr std::size_t enough_pieced = 3;         ///< times that pieces made the same office
constexpr std::size_t longest_compared = 120;    ///< characters
constexpr std::size_t most_compared = 1'000'000; ///< names times entries
constexpr std::size_t shortest_side = 2;         ///< characters left of a label down the side

std::u32string key(std::string_view text) { return ideographs_of(text).substr(0, longest_compared); }

/// A text of a form that may be damaged.
struct Name {
  Draft* draft = nullptr;
  std::string field;
  std::uint32_t piece = 0;
  std::string* text = nullptr;
  bool cut = false;
};

class NameMender {
public:
  NameMender(std::vector<Drafts>& forms, Page& page) : page_(page) {
    for (auto& drafts : forms)
      for (auto& draft : drafts)
        drafts_.push_back(&draft);
    for (auto* draft : drafts_) {
      if (auto& name = draft->form.project_name)
        add(*draft, "project_name", *name, projects_);
      for (auto const& [field, party] : {std::pair{"supervising_department", &draft->form.supervising_department},
                                         std::pair{"implementing_unit", &draft->form.implementing_unit}})
        if (*party && (*party)->name)
          add(*draft, field, *(*party)->name, parties_);
    }
  }

  /// Entries and names go on together; the alignment with the greatest likeness in all.
  void mend_projects(std::vector<std::string> const& contents) {
    if (contents.empty() || projects_.empty() || projects_.size() * contents.size() > most_compared)
      return;
    std::vector<std::u32string> names, entries;
    for (auto const& project : projects_)
      names.push_back(key(*project.text));
    for (auto const& entry : contents)
      entries.push_back(key(entry));
    auto const found = align_by_likeness(names, entries, alike_enough);
    for (std::size_t i = 0; i < found.size(); ++i)
      if (found[i] < contents.size())
        set(projects_[i], contents[found[i]]);
  }

  void mend_offices() {
    auto const offices = whole_offices();
    for (auto& party : parties_) {
      if (!party.cut)
        continue;
      auto const text = key(*party.text);
      std::string const* found = nullptr;
      bool open = false; // two offices are as likely
      for (auto const& office : offices) {
        auto const whole = key(office);
        bool const is_part = text.size() >= shortest_office && common_subsequence(text, whole) == text.size();
        if (likeness(text, whole) < office_alike && !is_part)
          continue;
        open = open || found;
        found = &office;
      }
      if (found && !open)
        set(party, *found);
    }
  }

  void mend_units() {
    auto const is_side = [&](Piece const& piece) {
      return piece.label.is(Role::side, "fund") && !piece.label.annotation.empty();
    };
    auto const whole = std::ranges::find_if(page_.pieces, is_side);
    auto const printed =
        std::ranges::find_if(drafts_, [](Draft* draft) { return draft->form.amount_unit.has_value(); });
    if (whole == page_.pieces.end() || printed == drafts_.end())
      return;
    auto const unit = (*printed)->form.amount_unit;
    auto const text = folded(whole->text);
    for (auto* draft : drafts_)
      if (!draft->form.amount_unit && !draft->fund_pieces.empty() && take_pieces_of_side(*draft, text)) {
        draft->form.amount_unit = unit;
        finish_funds(*draft);
      }
  }

private:
  void add(Draft& draft, std::string field, std::string& text, std::vector<Name>& to) {
    auto const place = std::ranges::find(draft.places, field, &std::pair<std::string, std::uint32_t>::first);
    if (place == draft.places.end())
      return;
    auto const cut = std::ranges::lower_bound(page_.cut_texts, place->second, {}, &CutText::piece);
    to.push_back(
        {&draft, std::move(field), place->second, &text, cut != page_.cut_texts.end() && cut->piece == place->second});
  }

  /// What the document prints elsewhere is whole, so that nothing is to be said of the edges any more.
  void set(Name& name, std::string const& text) {
    if (key(*name.text) != key(text))
      name.draft->remark(Code::text_mended, {{"printed", *name.text}, {"text", text}}, name.piece, "/" + name.field);
    *name.text = text;
    auto const cut = std::ranges::lower_bound(page_.cut_texts, name.piece, {}, &CutText::piece);
    auto behind = cut;
    for (; behind != page_.cut_texts.end() && behind->piece == name.piece; ++behind)
      (*name.draft->claims)[behind->rest] = {ClaimKind::layout};
    page_.cut_texts.erase(cut, behind);
  }

  /// The same damage may come back, but not as often as the name.
  std::vector<std::string> whole_offices() const {
    std::map<std::string, std::size_t> seen;
    for (auto const& party : parties_)
      if (key(*party.text).size() >= shortest_office)
        seen[*party.text] += party.cut ? 1 : enough_pieced;
    std::vector<std::pair<std::size_t, std::string>> by_count;
    for (auto const& [text, count] : seen)
      if (count >= enough_pieced)
        by_count.emplace_back(count, text);
    std::ranges::stable_sort(by_count, std::greater<>{}, &std::pair<std::size_t, std::string>::first);
    std::vector<std::string> offices;
    for (auto const& found : by_count) {
      auto const text = key(found.second);
      if (std::ranges::none_of(offices,
                               [&](std::string const& office) { return likeness(text, key(office)) >= same_office; }))
        offices.push_back(found.second);
    }
    return offices;
  }

  /// Claims what is left of the label before the amounts; the first piece of it is told of.
  bool take_pieces_of_side(Draft& draft, std::string const& whole) {
    auto const side = characters_of(whole);
    bool any = false;
    for (auto at = draft.segment_first; at < draft.fund_pieces.back(); ++at) {
      auto const& piece = page_.pieces[at];
      if (!piece.is_text() || piece.label.known() || draft.claim_of(at).kind > ClaimKind::label)
        continue;
      auto const text = characters_of(folded(piece.text));
      if (text.size() < shortest_side || text.size() > side.size() || common_subsequence(text, side) < text.size())
        continue;
      draft.take_label(at);
      if (!std::exchange(any, true))
        draft.remark(Code::text_mended, {{"printed", draft.text(at)}, {"text", whole}}, at, "/amount_unit");
    }
    return any;
  }

  Page& page_;
  std::vector<Draft*> drafts_;
  std::vector<Name> projects_, parties_;
};

} // namespace

void mend_names(std::vector<Drafts>& forms, Page& page, std::vector<std::string> const& contents) {
  NameMender mender(forms, page);
  mender.mend_projects(contents);
  mender.mend_offices();
  mender.mend_units();
}

} // namespace jixiao::recognition
