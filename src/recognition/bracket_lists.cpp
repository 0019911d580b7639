#include "recognition/bracket_lists.hpp"

#include "recognition/looks.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace jixiao::recognition {

namespace {

using namespace std::string_view_literals;

constexpr auto open_mark = "【"sv, close_mark = "】"sv;
constexpr std::size_t fewest_groups = 2;
constexpr std::size_t longest_mark = 120;      ///< bytes between the brackets
constexpr std::size_t longest_name_cell = 300; ///< bytes
constexpr std::size_t most_before = 6;         ///< cells of a project before its list

std::string_view without_colon(std::string_view text) {
  text = trim(text);
  for (auto const colon : {":"sv, "："sv})
    if (text.starts_with(colon))
      text = trim(text.substr(colon.size()));
  return text;
}

/// A cell that is not blank, in printed order.
struct Item {
  std::uint32_t cell = 0, row = 0;
  std::string_view text;
  bool list = false;
  Look look{};
};

class ListReader {
public:
  ListReader(Reading const& reading, LabelFinder const& labels) : reading_(reading), labels_(labels) {}

  FusedCells run() {
    collect();
    if (groups_ < fewest_groups || mixed_ || has_table_header(reading_, labels_))
      return {};
    // Blanks of the tables tell nothing once rows are lists.
    for (auto const& row : reading_.rows)
      for (auto c = row.first_cell; c < row.first_cell + row.cell_count; ++c)
        if (is_blank(reading_.cells[c].text))
          cells_[c];
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!items_[i].list)
        continue;
      bool const begins = i == 0 || !items_[i - 1].list;
      if (begins) {
        read_project(i);
        header_put_ = false;
      }
      read_list(items_[i]);
      end_ = i + 1;
    }
    return std::move(cells_);
  }

private:
  void collect() {
    bool in_list = false;
    for (std::uint32_t r = 0; r < reading_.rows.size(); ++r) {
      auto const& row = reading_.rows[r];
      bool const paragraph = reading_.blocks[row.block].kind == BlockKind::paragraph;
      in_list = in_list && paragraph;
      for (auto c = row.first_cell; c < row.first_cell + row.cell_count; ++c) {
        auto const text = trim(reading_.cells[c].text);
        if (is_blank(text))
          continue;
        auto const groups = count_groups(text);
        groups_ += groups;
        mixed_ = mixed_ || (groups > 0 && !text.starts_with(open_mark));
        bool const mark = text.starts_with(open_mark) && mark_at(text, 0).has_value();
        // Below a mark on a line of its own stand the entries, and the text of 【总体目标】.
        bool const entry = in_list && (is_entry(text) || last_mark_is_open_);
        Item item{c, r, text, mark || groups > 0 || entry, look_of(text)};
        last_mark_is_open_ = mark && text.ends_with(close_mark);
        in_list = paragraph && item.list;
        items_.push_back(item);
      }
    }
  }

  struct Mark {
    std::size_t end = 0; ///< behind the bracket
    Label first, second; ///< 产出指标-数量指标: two groups; else one label
    std::string_view text, first_text, second_text;
  };

  /// The mark that opens at a place, where what it names is known.
  std::optional<Mark> mark_at(std::string_view text, std::size_t at) const {
    auto const close = text.find(close_mark, at);
    if (close == std::string_view::npos || close - at > longest_mark)
      return std::nullopt;
    Mark mark{
        close + close_mark.size(), {}, {}, text.substr(at + open_mark.size(), close - at - open_mark.size()), {}, {}};
    for (auto const dash : {"-"sv, "—"sv, "－"sv, "–"sv, "/"sv})
      if (auto const cut = mark.text.find(dash); cut != std::string_view::npos) {
        mark.first_text = trim(mark.text.substr(0, cut));
        mark.second_text = trim(mark.text.substr(mark.text.rfind(dash) + dash.size()));
        mark.first = labels_.find(mark.first_text), mark.second = labels_.find(mark.second_text);
        if (mark.first.level1 >= 0 && mark.second.level2 >= 0)
          return mark;
      }
    mark.first_text = mark.text, mark.second_text = {};
    mark.first = labels_.find(mark.text), mark.second = {};
    return mark.first.known() || mark.first.is_level() ? std::optional(mark) : std::nullopt;
  }

  std::size_t count_groups(std::string_view text) const {
    std::size_t count = 0;
    for (auto at = text.find(open_mark); at != std::string_view::npos; at = text.find(open_mark, at + 1))
      if (auto const mark = mark_at(text, at); mark && mark->first.is_level())
        ++count;
    return count;
  }

  /// Bytes of 指标1：at a place; 0 where it does not stand there.
  static std::size_t number_length(std::string_view text) {
    std::string_view rest = text;
    if (!rest.starts_with("指标"))
      return 0;
    rest.remove_prefix(6);
    auto const skip = [&](auto is) {
      while (!rest.empty() && is(rest[0]))
        rest.remove_prefix(1);
    };
    skip([](char c) { return c == ' '; });
    auto const digits = rest.size();
    skip([](char c) { return c >= '0' && c <= '9'; });
    if (rest.size() == digits)
      return 0;
    skip([](char c) { return c == ' '; });
    for (auto const colon : {":"sv, "："sv, "."sv, "、"sv})
      if (rest.starts_with(colon))
        return text.size() - rest.size() + colon.size();
    return 0;
  }

  static bool is_entry(std::string_view text) { return number_length(text) > 0; }

  void put(std::uint32_t cell, FusedPiece piece) { cells_[cell].pieces.push_back(std::move(piece)); }

  /// A label that is not printed there.
  void put_label(std::uint32_t cell, std::string_view text) {
    FusedPiece piece{text, labels_.find(text), false};
    piece.inferred = true;
    put(cell, std::move(piece));
  }

  void put_whole(Item const& item) { put(item.cell, {item.text, {}, false}); }

  bool is_amount(Item const& item) const { return item.look == Look::number || item.look == Look::money; }

  static bool is_code(std::string_view text) {
    return text.size() >= 5 && text.size() <= 12 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  }

  /// The cells before a list: [code] name amount [what it is for]. Those above are offices and kinds of projects.
  void read_project(std::size_t list) {
    auto amount = list;
    for (auto at = list; at-- > end_ && list - at <= most_before;)
      if (is_amount(items_[at]) && !is_code_of_project(at)) {
        amount = at;
        break;
      }
    if (amount == list || amount == end_ || labels_.find(items_[amount - 1].text).known() ||
        items_[amount - 1].text.size() > longest_name_cell)
      return;
    auto const name = amount - 1;
    auto first = name > end_ && is_code_at(name - 1) ? name - 1 : name;
    read_above(first);
    auto const& named = items_[name];
    if (first != name)
      put_joined(items_[first]);
    put_label(named.cell, "项目名称");
    put_whole(named);
    if (office_) {
      put_label(named.cell, "项目实施单位");
      if (!office_code_.empty())
        put(named.cell, {office_code_, {}, false});
      put(named.cell, {office_->text, {}, false});
    }
    put_label(items_[amount].cell, "年度资金总额");
    put_whole(items_[amount]);
    for (auto at = amount + 1; at < list; ++at) {
      put_label(items_[at].cell, "项目内容");
      put_whole(items_[at]);
    }
  }

  /// Digits that no name stands before, of which they would be the amount.
  bool is_code_at(std::size_t at) const {
    if (!is_code(items_[at].text))
      return false;
    if (at == end_)
      return true;
    auto const& before = items_[at - 1];
    return is_amount(before) || before.list || before.row == items_[at].row || labels_.find(before.text).known();
  }

  /// A code in front of a text is no amount.
  bool is_code_of_project(std::size_t at) const {
    return is_code(items_[at].text) && at + 1 < items_.size() && !items_[at + 1].list && !is_amount(items_[at + 1]) &&
           at + 2 < items_.size() && is_amount(items_[at + 2]);
  }

  /// Rows of offices and of kinds of projects: [code] name amount, over the rows of their projects.
  void read_above(std::size_t end) {
    for (auto at = end_; at + 1 < end; ++at) {
      if (!is_amount(items_[at + 1]) || is_amount(items_[at]) || labels_.find(items_[at].text).known())
        continue;
      bool const coded = at > end_ && is_code_at(at - 1);
      if (coded) {
        office_ = &items_[at];
        office_code_ = items_[at - 1].text;
        put_joined(items_[at - 1]);
      } else if (!office_) {
        office_ = &items_[at];
      }
      put_joined(items_[at]);
      put_joined(items_[at + 1]);
    }
  }

  /// A text of a row over several projects: layout between their forms.
  void put_joined(Item const& item) {
    FusedPiece piece{item.text, {}, false};
    piece.joined = true;
    put(item.cell, std::move(piece));
  }

  void read_list(Item const& item) {
    auto const text = item.text;
    std::size_t at = 0;
    while (at < text.size()) {
      auto const mark = text.substr(at).starts_with(open_mark) ? mark_at(text, at) : std::nullopt;
      if (!mark) {
        auto next = text.find(open_mark, at + 1);
        while (next != std::string_view::npos && !mark_at(text, next))
          next = text.find(open_mark, next + 1);
        read_text(item.cell, text.substr(at, next == std::string_view::npos ? next : next - at));
        at = std::min(next, text.size());
        continue;
      }
      read_mark(item.cell, *mark);
      at = mark->end;
    }
  }

  void read_mark(std::uint32_t cell, Mark const& mark) {
    in_groups_ = mark.first.is_level();
    if (in_groups_ && !header_put_) {
      for (auto const label : {"一级指标"sv, "二级指标"sv, "三级指标"sv, "指标值"sv})
        put_label(cell, label);
      header_put_ = true;
    }
    put(cell, {mark.first_text, mark.first, false});
    if (!mark.second_text.empty())
      put(cell, {mark.second_text, mark.second, false});
  }

  void read_text(std::uint32_t cell, std::string_view text) {
    text = without_colon(text);
    if (text.empty())
      return;
    if (!in_groups_)
      return put(cell, {text, {}, false});
    // Entries begin with their number, else with a line.
    std::size_t begin = 0;
    for (std::size_t at = 1; at <= text.size(); ++at)
      if (at == text.size() || number_length(text.substr(at)) > 0 || (text[at] == '\n' && number_length(text) == 0)) {
        read_entry(cell, trim(text.substr(begin, at - begin)));
        begin = at;
      }
  }

  /// 指标1：名称（≥77台）
  void read_entry(std::uint32_t cell, std::string_view entry) {
    for (auto const stop : {"；"sv, ";"sv, "。"sv})
      while (entry.ends_with(stop))
        entry = trim(entry.substr(0, entry.size() - stop.size()));
    if (entry.empty())
      return;
    auto const open = last_bracket(entry);
    auto name = trim(entry.substr(0, open));
    FusedPiece piece{name, {}, false};
    piece.begins = true;
    put(cell, std::move(piece));
    if (open == std::string_view::npos)
      return;
    auto value = entry.substr(open);
    value.remove_prefix(value[0] == '(' ? 1 : 3);
    value.remove_suffix(value.ends_with(')') ? 1 : 3);
    put(cell, {trim(value), {}, false});
  }

  /// Where the bracket that a text ends with opens.
  static std::size_t last_bracket(std::string_view text) {
    if (!text.ends_with(")") && !text.ends_with("）"))
      return std::string_view::npos;
    int depth = 0;
    std::size_t last = std::string_view::npos;
    for (std::size_t at = 0; at < text.size();) {
      auto const c = character_at(text, at);
      if (c.value == '(' || c.value == U'（')
        last = depth++ == 0 ? at : last;
      else if (c.value == ')' || c.value == U'）')
        --depth;
      at += c.length;
    }
    return last == 0 ? std::string_view::npos : last;
  }

  Reading const& reading_;
  LabelFinder const& labels_;
  FusedCells cells_;
  std::vector<Item> items_;
  std::size_t groups_ = 0;
  std::size_t end_ = 0; ///< of the items that were read
  Item const* office_ = nullptr;
  std::string_view office_code_;
  bool mixed_ = false; ///< something stands before a mark: the list is not alone in its lines or cells
  bool last_mark_is_open_ = false, in_groups_ = false, header_put_ = false;
};

} // namespace

FusedCells part_bracket_lists(Reading const& reading, LabelFinder const& labels) {
  // The cheapest sign first.
  if (std::ranges::none_of(reading.cells, [](Cell const& cell) { return cell.text.find(open_mark) != cell.text.npos; }))
    return {};
  return ListReader(reading, labels).run();
}

} // namespace jixiao::recognition
