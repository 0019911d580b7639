#include "forms/candidates.hpp"

#include "forms/line_fields.hpp"
#include "grammars/heading.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <unordered_set>

namespace jixiao {

namespace {

constexpr double title_bonus = 5;
constexpr std::size_t fewest_labels = 3; ///< below this an untitled stretch is no form

/// The forms whose title stands in this row, marked in `titled`.
bool titles_in_row(Page const& page, std::size_t row, std::vector<bool>* titled) {
  auto const cells = page.row(row);
  if (cells.empty())
    return false;
  // A title merged over several columns may be repeated in each of them.
  for (auto const& cell : cells)
    if (page.text(cell) != page.text(cells[0]))
      return false;
  auto text = page.text(cells[0]);
  if (text.size() > 2 * Lexicon::longest_label)
    return false;

  bool found = false;
  auto const mark = [&](std::uint16_t form) {
    found = true;
    if (titled)
      (*titled)[form] = true;
  };
  if (cells[0].label.fit == LabelFit::whole)
    for (auto const form : (*page.lexicon)[cells[0].label.lexeme].titles)
      mark(form);
  if (page.lexicon->title_suffixes().empty())
    return found;

  std::string folded;
  fold_label(text, folded);
  for (auto const& suffix : page.lexicon->title_suffixes())
    if (folded.ends_with(suffix.text))
      mark(suffix.form);
  return found;
}

bool has_label(Page const& page, std::size_t row) {
  auto const cells = page.row(row);
  return std::any_of(cells.begin(), cells.end(), [&](PageCell const& cell) {
    return cell.label.lexeme >= 0 && !(*page.lexicon)[cell.label.lexeme].uses.empty();
  });
}

/// How well each grammar fits a stretch of rows.
class Fit {
public:
  Fit(Page const& page, std::vector<FormGrammar> const& forms)
      : page_(page), forms_(forms), labels_(forms.size()), titled_(forms.size()),
        forbidding_(
            std::any_of(forms.begin(), forms.end(), [](FormGrammar const& f) { return !f.forbids_labels.empty(); })) {}

  void clear() {
    for (auto& seen : labels_)
      seen.clear();
    titled_.assign(forms_.size(), false);
    lexemes_.clear();
  }

  void add_row(std::size_t row) {
    titles_in_row(page_, row, &titled_);
    for (auto const& cell : page_.row(row)) {
      if (cell.label.lexeme < 0)
        continue;
      if (forbidding_)
        lexemes_.insert(cell.label.lexeme);
      for (auto const& use : (*page_.lexicon)[cell.label.lexeme].uses) {
        auto& seen = labels_[use.form];
        if (std::find(seen.begin(), seen.end(), use.rule) == seen.end())
          seen.push_back(use.rule);
      }
    }
  }

  double score(std::size_t form) const {
    auto const& marks = forms_[form];
    auto const seen = [&](std::string const& text) { return saw(form, text); };
    auto const seen_anywhere = [&](std::string const& text) { return saw_text(text); };
    if (std::any_of(marks.forbids_labels.begin(), marks.forbids_labels.end(), seen_anywhere))
      return 0;
    if (!titled_[form] && !std::all_of(marks.requires_labels.begin(), marks.requires_labels.end(), seen))
      return 0;
    if (!titled_[form] && labels_[form].size() < fewest_labels)
      return 0;
    return static_cast<double>(labels_[form].size()) + (titled_[form] ? title_bonus : 0);
  }

  std::size_t labels(std::size_t form) const { return labels_[form].size(); }

private:
  bool saw_text(std::string const& text) const {
    std::string folded;
    return lexemes_.contains(page_.lexicon->find(fold_label(text, folded)));
  }

  bool saw(std::size_t form, std::string const& text) const {
    return std::any_of(labels_[form].begin(), labels_[form].end(), [&](LabelRule const* rule) {
      return std::find(rule->texts.begin(), rule->texts.end(), text) != rule->texts.end();
    });
  }

  Page const& page_;
  std::vector<FormGrammar> const& forms_;
  std::vector<std::vector<LabelRule const*>> labels_;
  std::vector<bool> titled_;
  bool forbidding_; ///< only then is it of interest which labels stand anywhere
  std::unordered_set<std::int32_t> lexemes_;
};

/// The best grammar for [first, end), and the runner-up when it is close.
FormCandidate judge(Fit& fit, std::size_t forms, std::uint32_t first, std::uint32_t end) {
  fit.clear();
  for (auto row = first; row < end; ++row)
    fit.add_row(row);
  FormCandidate best{first, end, -1, 0, 0, -1};
  double second = 0;
  for (std::size_t form = 0; form < forms; ++form) {
    double const score = fit.score(form);
    if (score > best.score) {
      second = best.score;
      best.runner_up = second > 0 ? best.form : -1;
      best.form = static_cast<std::uint16_t>(form);
      best.score = score;
    } else if (score > second) {
      second = score;
      best.runner_up = static_cast<std::int32_t>(form);
    }
  }
  if (second < 0.9 * best.score)
    best.runner_up = -1;
  return best;
}

/// True when a label that opens the grammar (its first pair) stands in the row.
bool opens(Page const& page, std::size_t row, std::uint16_t form) {
  for (auto const& cell : page.row(row)) {
    auto const* use = find_use(page, cell, form, LabelRole::pair);
    if (use && use->block == 0 && use->panel == 0 && use->entry == 0)
      return true;
  }
  return false;
}

bool is_record_header(Page const& page, std::size_t row, std::uint16_t form) {
  auto const cells = page.row(row);
  return std::count_if(cells.begin(), cells.end(),
                       [&](PageCell const& cell) { return find_use(page, cell, form, LabelRole::column); }) >= 2;
}

/// Where a stretch holds several forms without titles between them: the rows at which a further one begins.
std::vector<std::uint32_t> inner_starts(Page const& page, FormCandidate const& whole, FormGrammar const& grammar) {
  std::vector<std::uint32_t> starts;
  bool opened = false, table_seen = false;
  for (auto row = whole.first_row; row < whole.end_row; ++row) {
    if (is_record_header(page, row, whole.form))
      table_seen = true;
    if (!opens(page, row, whole.form))
      continue;
    if (opened && table_seen) {
      auto start = row;
      while (start > whole.first_row && is_line_row(page, start - 1, grammar))
        --start;
      starts.push_back(start);
      table_seen = false;
    }
    opened = true;
  }
  return starts;
}

std::uint32_t first_label(Page const& page, FormCandidate const& stretch) {
  auto row = stretch.first_row + 1;
  while (row + 1 < stretch.end_row && !has_label(page, row))
    ++row;
  return row;
}

/// True when a stretch under a title is only the next page of the form before it: nothing in it opens a form.
bool continues(Page const& page, FormCandidate const& stretch, FormCandidate const& before) {
  if (stretch.form != before.form || stretch.first_row != before.end_row)
    return false;
  for (auto row = stretch.first_row; row < stretch.end_row; ++row)
    if (opens(page, row, stretch.form))
      return false;
  return true;
}

/// The rows at which a stretch that may be a form begins: titles, and the first label where no title precedes it.
std::vector<std::uint32_t> outer_starts(Page const& page) {
  std::vector<std::uint32_t> starts;
  bool labels_since_title = false;
  for (std::uint32_t row = 0; row < page.rows.size(); ++row) {
    if (is_title_row(page, row)) {
      // Of titles that follow each other with nothing between, the last is the form's; the first heads the document.
      if (!starts.empty() && !labels_since_title)
        starts.back() = row;
      else
        starts.push_back(row);
      labels_since_title = false;
    } else if (has_label(page, row)) {
      if (starts.empty())
        starts.push_back(row);
      labels_since_title = true;
    }
  }
  return starts;
}

/// Paragraphs behind the last table of a form are no part of it.
void trim_prose(Page const& page, std::vector<FormCandidate>& candidates) {
  for (auto& candidate : candidates) {
    auto const is_prose = [&](std::uint32_t row) {
      auto const& block = page.reading->blocks[page.reading->rows[row].block];
      return page.row(row).empty() || (block.kind == BlockKind::paragraph && !has_label(page, row));
    };
    auto end = candidate.end_row;
    while (end > candidate.first_row + 1 && is_prose(end - 1))
      --end;
    // A form of nothing but paragraphs keeps them.
    if (end > candidate.first_row + 1)
      candidate.end_row = end;
  }
}

} // namespace

bool is_title_row(Page const& page, std::size_t row) { return titles_in_row(page, row, nullptr); }

std::vector<FormCandidate> find_candidates(Page const& page, std::vector<FormGrammar> const& forms) {
  std::vector<FormCandidate> found;
  Fit fit(page, forms);
  auto const keep = [&](FormCandidate candidate) {
    if (candidate.score <= 0)
      return;
    if (!found.empty() && continues(page, candidate, found.back())) {
      found.back().end_row = candidate.end_row;
      return;
    }
    if (is_title_row(page, candidate.first_row))
      candidate.title_row = static_cast<std::int32_t>(candidate.first_row);
    found.push_back(candidate);
  };
  auto const starts = outer_starts(page);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    auto const end = i + 1 < starts.size() ? starts[i + 1] : static_cast<std::uint32_t>(page.rows.size());
    auto whole = judge(fit, forms.size(), starts[i], end);
    if (whole.score <= 0)
      continue;
    while (i == 0 && whole.first_row > 0 && !is_title_row(page, whole.first_row) &&
           is_line_row(page, whole.first_row - 1, forms[whole.form]))
      --whole.first_row;
    auto const inner = inner_starts(page, whole, forms[whole.form]);
    if (!inner.empty() && is_title_row(page, whole.first_row))
      whole.first_row = first_label(page, whole); // one title over several forms is the document's
    for (std::size_t k = 0; k <= inner.size(); ++k) {
      if (inner.empty()) {
        keep(whole);
        break;
      }
      auto const first = k == 0 ? whole.first_row : inner[k - 1];
      keep(judge(fit, forms.size(), first, k < inner.size() ? inner[k] : whole.end_row));
    }
  }
  trim_prose(page, found);
  return found;
}

std::string nearest_grammar(Page const& page, std::vector<FormGrammar> const& forms) {
  Fit fit(page, forms);
  fit.clear();
  for (std::size_t row = 0; row < page.rows.size(); ++row)
    fit.add_row(row);
  std::size_t best = 0;
  for (std::size_t form = 0; form < forms.size(); ++form)
    if (fit.labels(form) > fit.labels(best))
      best = form;
  if (forms.empty() || fit.labels(best) == 0)
    return "none (no label of any form is in it)";
  return forms[best].name + " (" + std::to_string(fit.labels(best)) + " of its labels seen)";
}

} // namespace jixiao
