#include "recognition/repair/label_joins.hpp"

#include "text/clean.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace jixiao::recognition {

namespace {

constexpr std::size_t longest_joined_label = 90; ///< bytes of a label that is broken over lines

class LabelJoiner {
public:
  LabelJoiner(Page& page, LabelFinder const& labels) : page_(page), labels_(labels) {}

  /// 年初 | 预算数 are one label where its lines are cells. The later pieces keep their text and become parts of the
  /// first.
  void run() {
    for (std::size_t i = 0; i + 1 < page_.pieces.size(); ++i) {
      auto& first = page_.pieces[i];
      join_bracket(first, page_.pieces[i + 1]);
      if (first.joined || join_longer_header(i))
        continue;
      bool const whole = first.label.known() && !first.label.is_level();
      bool const number = first.text.find_first_not_of("0123456789.,%") == std::string_view::npos;
      if (first.blank() || number || first.text.size() > longest_joined_label ||
          (whole && !(first.label.rest == 0 && (goes_on(page_.pieces[i + 1]) || may_be_broken_behind(i)))))
        continue;
      if (join_stack(i) || join_spaced(i) || answers_label_of_row(i))
        continue;
      std::string folded;
      fold_label(first.text, folded);
      for (std::size_t j = i + 1; j < page_.pieces.size() && j <= i + 2; ++j) {
        auto const& next = page_.pieces[j];
        if (next.blank() || folded.size() + next.text.size() > longest_joined_label)
          break;
        fold_label(next.text, folded);
        auto label = labels_.find_folded(folded);
        if (!label.known() && !label.is_level())
          continue;
        first.label = std::move(label);
        for (auto k = i + 1; k <= j; ++k)
          page_.pieces[k].joined = true;
        break;
      }
    }
  }

private:
  /// 政策级次 | 县级 over 主管部门: a text behind a label in its row, before a label that begins the next row, is the
  /// value of the first, though both together are a label, too.
  bool answers_label_of_row(std::size_t i) const {
    auto const& pieces = page_.pieces;
    if (i == 0 || pieces[i].row == pieces[i + 1].row || pieces[i].row != pieces[i - 1].row || pieces[i].label.known())
      return false;
    auto const &before = pieces[i - 1].label, &next = pieces[i + 1].label;
    bool const asks = before.as(Role::pair) && !before.as(Role::column) && before.rest == 0 && !pieces[i - 1].joined;
    return asks && next.as(Role::pair) && next.rest == 0;
  }

  /// 偏差原因 | 分析及 | 改进措施: the label of a column, and a longer one of the same column that it begins.
  bool join_longer_header(std::size_t i) {
    auto const* column = page_.pieces[i].label.as(Role::column);
    if (!column || page_.pieces[i].label.rest > 0 || page_.pieces[i + 1].label.known())
      return false;
    auto const target = column->target;
    auto const length = page_.pieces[i].label.text.size();
    return join_longest(
        i, 2, 3, [&](std::size_t j) { return page_.pieces[j].is_text(); },
        [&](Label const& label) {
          return label.rest == 0 && label.text.size() > length && label.is(Role::column, target);
        });
  }

  /// The longest label that pieces from `i` on make, at least `fewest` and at most `most`, as long as `belongs(j)`.
  template <class Belongs, class Suits = bool (*)(Label const&)>
  bool join_longest(
      std::size_t i, std::size_t fewest, std::size_t most, Belongs belongs,
      Suits suits = [](Label const&) { return true; }) {
    std::string folded;
    Label longest;
    std::size_t end = i;
    for (auto j = i; j < page_.pieces.size() && j < i + most && belongs(j); ++j) {
      fold_label(page_.pieces[j].text, folded);
      if (j + 1 < i + fewest)
        continue;
      if (auto label = labels_.find_folded(folded); (label.known() || label.is_level()) && suits(label))
        longest = std::move(label), end = j + 1;
    }
    if (end == i)
      return false;
    page_.pieces[i].label = std::move(longest);
    for (auto k = i + 1; k < end; ++k)
      page_.pieces[k].joined = true;
    return true;
  }

  /// 年度 | 总体 | 目标 | 完成 | 情况, two characters a line: the longest label that more than three lines make.
  bool join_stack(std::size_t i) {
    constexpr std::size_t fewest = 4, most = 6, widest = 6; ///< lines, bytes of a line
    return join_longest(i, fewest, most, [&](std::size_t j) {
      auto const& piece = page_.pieces[j];
      bool const alone = page_.row(piece.row).size() == 1;
      return alone && piece.is_text() && piece.text.size() <= widest;
    });
  }

  /// 项 目 名 称: where blanks part the words of a line, those of one character each that make a label.
  bool join_spaced(std::size_t i) {
    constexpr std::size_t fewest = 2, most = 8, character = 3; ///< words; bytes
    return page_.by_blanks && join_longest(i, fewest, most, [&](std::size_t j) {
             return word_stem(page_.pieces[j].text).size() == character && (j == i || is_next_word(j - 1));
           });
  }

  /// The text without a colon at its end.
  static std::string_view word_stem(std::string_view text) {
    for (std::string_view const colon : {":", "："})
      if (text.ends_with(colon))
        text.remove_suffix(colon.size());
    return text;
  }

  /// One blank stands between a word and the next one of its line.
  bool is_next_word(std::size_t i) const {
    auto const &word = page_.pieces[i].text, &next = page_.pieces[i + 1].text;
    return page_.pieces[i].row == page_.pieces[i + 1].row && next.data() == word.data() + word.size() + 1;
  }

  /// 项目 at the end of a line over 业主, 主管部门 before 编码: where line ends and blanks stand inside cells, the
  /// longer label is the likelier one.
  bool may_be_broken_behind(std::size_t i) const {
    auto const& next = page_.pieces[i + 1];
    bool const line_end = page_.pieces[i].row != next.row;
    return line_end ? page_.breaks_cells : page_.by_blanks && !next.label.known();
  }

  /// 主管部门 | 及编码: the line goes on with the label before it.
  static bool goes_on(Piece const& next) {
    return !next.label.known() &&
           (next.text.starts_with("及") || next.text.starts_with("和") || next.text.starts_with("、"));
  }

  /// 得分 | (20分*执行率), 产出指标 | (40-50)分 or (50): a bracket on the line below its label. 30分) below a group or
  /// the label of a block has lost its first character.
  static void join_bracket(Piece& label, Piece& next) {
    constexpr std::string_view points = "分";
    bool const lost = (label.label.is_level() || label.label.known()) && is_end_of_points(next.text);
    if (!lost && !next.text.starts_with("(") && !next.text.starts_with("（"))
      return;
    std::string folded = lost ? "(" : "";
    fold_label(next.text, folded);
    std::string_view text = folded;
    bool const behind = label.label.is_level() && text.ends_with(points);
    if (behind)
      text.remove_suffix(points.size());
    bool const of_points = behind || (label.label.is_level() && is_number_in_bracket(text));
    bool const labelled = label.label.known() || of_points;
    if (!text.ends_with(')') || !labelled || label.label.rest > 0 || next.text.size() > longest_joined_label ||
        next.label.known())
      return;
    label.label.annotation += (label.label.annotation.empty() ? "" : ";") +
                              std::string(text.substr(1, text.size() - 2)) + (behind ? "分" : "");
    next.joined = true;
  }

  static bool is_number_in_bracket(std::string_view text) {
    auto const end = text.find_first_not_of("0123456789", 1);
    return end > 1 && end != std::string_view::npos && (text.substr(end) == ")" || text.substr(end) == "分)");
  }

  /// 30分)
  static bool is_end_of_points(std::string_view text) {
    auto const digits = text.find_first_not_of("0123456789");
    auto const behind = text.substr(std::min(digits, text.size()));
    return digits > 0 && (behind == "分)" || behind == "分）");
  }

  Page& page_;
  LabelFinder const& labels_;
};

} // namespace

void join_labels_over_lines(Page& page, LabelFinder const& labels) { LabelJoiner(page, labels).run(); }

} // namespace jixiao::recognition
