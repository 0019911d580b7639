#include "writers/display.hpp"

#include <jixiao/why.hpp>
#include <jixiao/writers.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace jixiao {

namespace {

struct WhyWords {
  std::string_view empty, below, above, no_column, chosen;
  std::array<std::string_view, 5> decided; ///< by DecidedBy
};

constexpr WhyWords why_words(Language language) {
  if (language == Language::zh)
    return {"（空）",
            "依据：",
            " > ",
            "不归任何列",
            "（选定）",
            {"没有其他读法：文字在其表头之下或标签之旁，或自身已说明是什么。",
             "没有其他读法：分组标签按所印位置向下填充。", "该行各种读法的代价，视这段文字归入哪一列而定：",
             "整张表各种读法的代价，视该行归入哪一分组而定：", "该字段为空：本行没有可确定归入该列的文字。"}};
  return {"(empty)",
          "led to by ",
          " > ",
          "no column",
          "  chosen",
          {"No other reading was weighed: the text stands below its header or beside its label, or says itself what it "
           "is.",
           "No other reading was weighed: the label of the group is filled down as it stands.",
           "What the row costs, by the column that this text is in:",
           "What the table costs, by the group that this row is of:",
           "The field is empty: no text of the row is in its column for sure."}};
}

/// 2.35; with a sign where it is a difference.
std::string amount(double number, bool with_sign = false) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), with_sign ? "%+.2f" : "%.2f", number);
  return out.data();
}

std::string padded(std::string text, int width) {
  return text.append(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
}

std::string_view reason_of(PriceEntry const& price, Language language) {
  return language == Language::zh ? price.reason_zh : price.reason;
}

class WhyWriter {
public:
  WhyWriter(Why const& why, TextStyle const& style) : why_(why), style_(style), words_(why_words(style.language)) {}

  std::string write() {
    paint("1", displayed(why_.pointer));
    out_ += '\n';
    for (auto const& value : why_.values)
      put_cell("  ", value);
    if (why_.values.empty() && why_.by == DecidedBy::nothing)
      out_.append("  ").append(words_.empty) += '\n';
    for (auto const& label : why_.labels)
      put_cell("  " + std::string(words_.below), label);
    put_decision();
    put_readings();
    return std::move(out_);
  }

private:
  void paint(std::string_view colour, std::string_view text) {
    if (style_.colour)
      out_.append("\x1b[").append(colour).append("m").append(text).append("\x1b[0m");
    else
      out_ += text;
  }

  void put_cell(std::string_view before, QuotedText const& cell) {
    bool const chinese = style_.language == Language::zh;
    out_.append(before).append(chinese ? "“" : "\"").append(displayed(cell.text)).append(chinese ? "”" : "\"");
    paint("2", "  " + shown_place(displayed(style_.name), cell.at, style_.language));
    out_ += '\n';
  }

  void put_decision() {
    auto const put = [&](DecidedBy by) {
      out_.append("  ").append(words_.decided[static_cast<std::size_t>(by)]) += '\n';
    };
    put(why_.by);
    if (why_.by == DecidedBy::nothing && !why_.readings.empty())
      put(DecidedBy::columns);
  }

  void put_readings() {
    auto const name_of = [&](WeighedReading const& reading) {
      return reading.as.empty() ? std::string(words_.no_column) : displayed(reading.as);
    };
    int widest = 0;
    for (auto const& reading : why_.readings)
      widest = std::max(widest, display_width(name_of(reading)));
    for (std::size_t i = 0; i < why_.readings.size(); ++i) {
      auto const& reading = why_.readings[i];
      out_ += "    " + padded(name_of(reading), widest) + "  " + amount(reading.cost);
      out_ += i == 0 ? std::string(words_.chosen) : "  (" + amount(reading.cost - why_.readings[0].cost, true) + ")";
      out_ += '\n';
      for (auto const& difference : reading.differences)
        out_.append("      ")
            .append(amount(difference.amount, true))
            .append("  ")
            .append(difference.price->name)
            .append(style_.language == Language::zh ? "：" : ": ")
            .append(reason_of(*difference.price, style_.language)) += '\n';
    }
  }

  Why const& why_;
  TextStyle const& style_;
  WhyWords words_;
  std::string out_;
};

} // namespace

std::string render_why(Why const& why, TextStyle style) { return WhyWriter(why, style).write(); }

std::string render_prices(Language language) {
  int widest = 0;
  for (auto const& price : price_list())
    widest = std::max(widest, display_width(price.name));
  std::string out;
  for (auto const& price : price_list())
    out.append(padded(std::string(price.name), widest + 2))
        .append(padded(amount(price.amount), 7))
        .append(reason_of(price, language)) += '\n';
  return out;
}

} // namespace jixiao
