#include "desk/page.hpp"

#include "desk/page_words.hpp"
#include "text/clean.hpp"
#include "text/escape.hpp"
#include "writers/first_page.hpp"
#include "writers/names.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <vector>

namespace jixiao {

namespace {

constexpr std::size_t most_lacking = 3; ///< columns, of a row that stays in line with others

class PageSection {
public:
  PageSection(Checked const& checked, Review const& review, std::uint64_t number, Language language)
      : document_(checked.document), checked_(checked), review_(review), id_("d" + std::to_string(number)),
        language_(language), say_{language == Language::zh} {
    for (auto const* items : {&review_.form, &review_.reading})
      for (auto const& item : *items)
        items_.push_back(&item);
    if (checked_.blocks)
      place_cells();
  }

  std::string write() {
    out_ += "<h2 id=\"" + id_ + "\">" + escape_markup(checked_.name) + "</h2>\n";
    overview();
    shared_findings();
    for (std::size_t i = 0; i < document_.forms.size(); ++i)
      form(i);
    return std::move(out_);
  }

private:
  std::string key(std::size_t form) const { return id_ + "f" + std::to_string(form); }

  void overview() {
    if (document_.forms.empty())
      return;
    out_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"";
    out_ += say_("总览", "overview");
    out_ += "\"><table class=\"overview\"><thead><tr>";
    for (auto const& [zh, en] : {std::pair<std::string_view, std::string_view>{"表", "form"},
                                 {"项目", "project"},
                                 {"金额", "amount"},
                                 {"错误", "errors"},
                                 {"警告", "warnings"},
                                 {"提示", "notes"},
                                 {"符合", "holds"},
                                 {"不符", "broken"},
                                 {"无法判断", "cannot judge"},
                                 {"不适用", "does not apply"},
                                 {"结论", "verdict"}})
      out_.append("<th scope=\"col\">").append(say_(zh, en)).append("</th>");
    out_ += "</tr></thead><tbody>\n";
    for (std::size_t i = 0; i < document_.forms.size(); ++i)
      overview_row(i);
    out_ += "</tbody></table></div>\n";
  }

  void overview_row(std::size_t index) {
    auto const& form = document_.forms[index];
    auto const& of_form = review_.forms[index];
    out_ += "<tr><td>" + escape_markup(form.ordinal.value_or(std::to_string(index + 1))) + "</td><td><a href=\"#" +
            key(index) + "\">" + escape_markup(form.project_name.value_or(form.title.value_or("—"))) +
            "</a></td><td class=\"n\">" + escape_markup(amount_of_form(form)) + "</td>";
    auto const number = [&](std::uint64_t value, std::string_view kind) {
      out_.append("<td class=\"n ").append(kind).append(value == 0 ? " zero" : "").append("\">");
      out_.append(std::to_string(value)).append("</td>");
    };
    number(of_form.severities[2], "e");
    number(of_form.severities[1], "w");
    number(of_form.severities[0], "i");
    for (auto const value : {of_form.holds, of_form.broken, of_form.cannot_judge, of_form.does_not_apply})
      number(value, "r");
    out_.append("<td>").append(word_of(of_form.verdict, language_)).append("</td></tr>\n");
  }

  /// Findings on no form, and those on several.
  void shared_findings() {
    bool headed = false;
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (forms_of(*items_[i]).size() != 1) {
        if (!headed)
          out_.append("<h3>")
              .append(say_("全文和多张表共有的意见", "On the document, and on several forms"))
              .append("</h3>\n");
        headed = true;
        article(i);
      }
  }

  void form(std::size_t index) {
    auto const name = name_of_form(document_, index, language_);
    out_ += "<section id=\"" + key(index) + "\" data-form=\"" + key(index) + "\" data-name=\"" + escape_markup(name) +
            "\">\n<h3>" + escape_markup(name) + "</h3>\n<div class=\"form\"><div>";
    grid(index);
    out_ += "</div><div class=\"findings\">\n";
    bool any = false;
    std::string shared;
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (auto const forms = forms_of(*items_[i]); forms.contains(index)) {
        if (forms.size() == 1) {
          article(i);
          any = true;
        } else {
          shared += in_this_form(i, index);
        }
      }
    if (!any)
      out_.append("<p>").append(say_("本表没有单独的意见。", "No finding on this form alone.")).append("</p>\n");
    if (!shared.empty())
      out_.append("<p>")
          .append(say_("与其他表共有的意见：", "On this and other forms:"))
          .append("</p><ul class=\"shared\">\n")
          .append(shared)
          .append("</ul>\n");
    out_ += "</div></div></section>\n";
  }

  /// What an item on several forms says of this one, each place a line that leads to the item.
  std::string in_this_form(std::size_t number, std::size_t form) const {
    auto const& item = *items_[number];
    std::string out;
    for (auto const* place : item.places)
      if (form_of(document_, place->path) == form)
        out += "<li><a class=\"" + std::string(to_string(place->severity)) + "\" href=\"#" + id_ + "i" +
               std::to_string(number) + "\">" + std::string(info(place->code).id) + "</a> " +
               escape_markup(statement_in_form(document_, *place, language_)) + "</li>\n";
    return out;
  }

  std::set<std::size_t> forms_of(ReviewItem const& item) const {
    std::set<std::size_t> out;
    for (auto const* place : item.places)
      if (auto const form = form_of(document_, place->path))
        out.insert(*form);
    return out;
  }

  void article(std::size_t number) {
    auto const& item = *items_[number];
    auto const& finding = item.first();
    std::string forms;
    for (auto const form : forms_of(item))
      forms.append(forms.empty() ? "" : " ").append(key(form));
    out_ += "<article id=\"" + id_ + "i" + std::to_string(number) + "\" class=\"" +
            std::string(to_string(finding.severity)) + "\" data-level=\"" + std::string(to_string(finding.severity)) +
            "\" data-forms=\"" + forms + "\"><h4><span class=\"level\">" +
            std::string(word_of(finding.severity, language_)) + " " + std::string(info(finding.code).id) + "</span> " +
            escape_markup(statement(document_, item, language_)) + "</h4>\n";
    if (item.several())
      places(item);
    else if (auto const cell = cells_.find(&finding); cell != cells_.end())
      out_ += "<p><a href=\"#" + cell->second + "\">" + std::string(say_("看单元格", "see the cell")) + "</a></p>\n";
    if (auto const remedy = remedy_of(finding.code, language_);
        !remedy.empty() && matter_of(finding.code) == Matter::form)
      out_.append("<p>").append(say_("建议：", "Remedy: ")).append(escape_markup(remedy)).append("</p>\n");
    if (auto const basis = basis_of(finding.code, language_); !basis.empty())
      out_.append("<p class=\"basis\">")
          .append(say_("依据：", "Source: "))
          .append(escape_markup(basis))
          .append("</p>\n");
    out_ += "</article>\n";
  }

  void places(ReviewItem const& item) {
    bool const of_one_form = forms_of(item).size() == 1;
    out_ += "<ul>";
    for (auto const* place : item.places) {
      auto const cell = cells_.find(place);
      out_ += "<li>";
      if (cell != cells_.end())
        out_ += "<a href=\"#" + cell->second + "\">";
      out_ += escape_markup(of_one_form ? statement_in_form(document_, *place, language_)
                                        : statement(document_, *place, language_));
      if (cell != cells_.end())
        out_ += "</a>";
      out_ += "</li>\n";
    }
    out_ += "</ul>\n";
  }

  /// Which form the cells of a table belong to, and the cell of each finding: the one that its field took, or the first
  /// that a part of it took; of a cell that nothing took, that one. Only tables are shown.
  void place_cells() {
    Claims by_claim;
    auto const& blocks = *checked_.blocks;
    for (std::size_t b = 0; b < blocks.size(); ++b)
      for (std::size_t y = 0; y < blocks[b].rows.size(); ++y)
        for (std::size_t x = 0; x < blocks[b].rows[y].size(); ++x)
          if (auto const& claim = blocks[b].rows[y][x].claim; blocks[b].is_table && claim.starts_with('/')) {
            by_claim.try_emplace(claim, cell_id(b, y, x));
            if (auto const form = form_index(claim))
              blocks_of_[*form].insert(b);
          }
    auto unclaimed = unclaimed_cells();
    for (std::size_t i = 0; i < items_.size(); ++i)
      for (auto const* place : items_[i]->places) {
        if (place->code == Code::unclaimed_cell)
          take_unclaimed(unclaimed, *place);
        else if (auto const* cell = cell_of(by_claim, place->path))
          cells_[place] = *cell;
        if (auto const found = cells_.find(place); found != cells_.end())
          marks_[found->second].insert(i);
      }
  }

  using Claims = std::map<std::string, std::string, std::less<>>;

  using Unclaimed = std::map<std::pair<std::size_t, std::string>, std::deque<std::string>>;

  /// The cells of shown tables that nothing took, by form and text, in their order.
  Unclaimed unclaimed_cells() const {
    Unclaimed out;
    for (auto const& [form, own] : blocks_of_)
      for (auto const b : own) {
        auto const& rows = (*checked_.blocks)[b].rows;
        auto const [from, to] = rows_of_form(rows, form);
        for (auto y = from; y < to; ++y)
          for (std::size_t x = 0; x < rows[y].size(); ++x)
            if (rows[y][x].claim.empty())
              out[{form, rows[y][x].text}].push_back(cell_id(b, y, x));
      }
    return out;
  }

  void take_unclaimed(Unclaimed& unclaimed, Diagnostic const& place) {
    auto const form = form_of(document_, place.path);
    auto const text = std::ranges::find(place.arguments, std::string_view("text"), &Argument::name);
    if (!form || text == place.arguments.end())
      return;
    if (auto const found = unclaimed.find({*form, text->value}); found != unclaimed.end() && !found->second.empty()) {
      cells_[&place] = found->second.front();
      found->second.pop_front();
    }
  }

  /// The cell that the path took, else one that a part of it took, or of the row that it is in.
  static std::string const* cell_of(Claims const& claims, std::string path) {
    for (int up = 0; up < 2 && !path.empty(); ++up) {
      if (auto const exact = claims.find(path); exact != claims.end())
        return &exact->second;
      // A row is known by its name.
      if (auto const name = claims.find(path + "/level3"); name != claims.end())
        return &name->second;
      // What is said of all indicators, or of the form, is said of none of its cells.
      bool const of_all = path.ends_with("/indicators") || std::ranges::count(path, '/') <= 2;
      auto const inside = of_all ? claims.end() : claims.lower_bound(path + "/");
      if (inside != claims.end() && inside->first.starts_with(path + "/"))
        return &inside->second;
      if (path.find("/indicators/") == path.npos)
        break;
      path.resize(path.rfind('/'));
    }
    return nullptr;
  }

  std::string cell_id(std::size_t block, std::size_t row, std::size_t cell) const {
    return id_ + "c" + std::to_string(block) + "." + std::to_string(row) + "." + std::to_string(cell);
  }

  void grid(std::size_t form) {
    auto const own = blocks_of_.find(form);
    if (!checked_.blocks || own == blocks_of_.end()) {
      out_.append("<p>").append(say_("没有可显示的表格。", "There is no table to show.")).append("</p>");
      return;
    }
    out_.append("<p class=\"legend\"><span class=\"label\">").append(say_("标签", "label"));
    out_.append("</span><span class=\"field\">").append(say_("已读入字段", "field"));
    out_.append("</span><span class=\"lost\">").append(say_("未读入", "not read")).append("</span></p>\n");
    for (auto const block : own->second)
      table(block, form);
  }

  void table(std::size_t block, std::size_t form) {
    out_ += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"";
    out_ += escape_markup(name_of_form(document_, form, language_));
    out_ += "\"><table class=\"grid\"><tbody>\n";
    auto const& rows = (*checked_.blocks)[block].rows;
    auto const [from, to] = rows_of_form(rows, form);
    std::size_t columns = 0;
    for (auto y = from; y < to; ++y)
      columns = std::max(columns, rows[y].size());
    for (auto y = from; y < to; ++y) {
      out_ += "<tr>";
      auto const spans = spans_of(rows[y], columns);
      for (std::size_t x = 0; x < rows[y].size(); ++x)
        cell(rows[y][x], cell_id(block, y, x), spans[x]);
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
  }

  /// A row with fewer cells than others has the columns that are left where its texts are longest; one that lacks few,
  /// as records do, at its end, so that it stays in line with others.
  static std::vector<std::size_t> spans_of(std::vector<InspectedCell> const& row, std::size_t columns) {
    std::vector<std::size_t> out(row.size(), 1);
    if (columns - row.size() <= most_lacking && !row.empty()) {
      out.back() += columns - row.size();
      return out;
    }
    for (auto left = columns - row.size(); left > 0 && !row.empty(); --left) {
      std::size_t most = 0;
      for (std::size_t x = 1; x < row.size(); ++x)
        if (row[x].text.size() * out[most] > row[most].text.size() * out[x])
          most = x;
      ++out[most];
    }
    return out;
  }

  /// A table may hold several forms: from behind the last row of the one before to the last row of its own.
  static std::pair<std::size_t, std::size_t> rows_of_form(std::vector<std::vector<InspectedCell>> const& rows,
                                                          std::size_t form) {
    std::size_t from = 0, to = 0;
    bool others_behind = false;
    for (std::size_t y = 0; y < rows.size(); ++y)
      for (auto const& cell : rows[y])
        if (auto const owner = form_index(cell.claim)) {
          if (*owner < form)
            from = y + 1;
          else if (*owner == form)
            to = y + 1;
          else
            others_behind = true;
        }
    return {from, others_behind ? std::max(from, to) : rows.size()};
  }

  void cell(InspectedCell const& cell, std::string const& id, std::size_t span) {
    auto const marks = marks_.find(id);
    bool const blank = is_blank(cell.text);
    std::string_view const kind = blank                         ? ""
                                  : cell.claim.empty()          ? "lost"
                                  : cell.claim.starts_with('/') ? "field"
                                                                : "label";
    out_ += "<td";
    if (span > 1)
      out_ += " colspan=\"" + std::to_string(span) + "\"";
    if (marks != marks_.end())
      out_ += " id=\"" + id + "\"";
    if (!kind.empty() || marks != marks_.end())
      out_.append(" class=\"").append(kind).append(marks != marks_.end() ? " hit\"" : "\"");
    out_ += ">" + escape_markup(cell.text);
    if (marks != marks_.end())
      for (auto const item : marks->second) {
        auto const severity = std::string(to_string(items_[item]->first().severity));
        out_ += " <a class=\"mark " + severity + "\" href=\"#" + id_ + "i" + std::to_string(item) + "\">" +
                std::string(info(items_[item]->first().code).id) + "</a>";
      }
    out_ += "</td>";
  }

  Document const& document_;
  Checked const& checked_;
  Review const& review_;
  std::string id_;
  Language language_;
  PageWords say_;
  std::vector<ReviewItem const*> items_;
  std::map<std::size_t, std::set<std::size_t>> blocks_of_; ///< by form
  std::map<Diagnostic const*, std::string> cells_;
  std::map<std::string, std::set<std::size_t>> marks_; ///< items by cell
  std::string out_;
};

} // namespace

std::string page_section(Checked const& checked, Review const& review, std::uint64_t number, Language language) {
  return PageSection(checked, review, number, language).write();
}

} // namespace jixiao
