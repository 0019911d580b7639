#include <jixiao/profile.hpp>

#include "diagnostics/embedded.hpp"
#include "diagnostics/sink.hpp"
#include "rules/profile_text.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace jixiao {

std::span<EmbeddedFile const> embedded_profiles();

namespace {

constexpr std::size_t most_lines = 10'000;

Profile const* by_name(std::string_view name, std::span<Profile const> known) {
  auto const found = std::ranges::find(known, name, &Profile::name);
  return found == known.end() ? nullptr : &*found;
}

class ProfileParser {
public:
  explicit ProfileParser(std::span<Profile const> known) : known_(known) {}

  ProfileReading parse(std::string_view text) {
    std::size_t lines = 0;
    while (!text.empty() && lines++ < most_lines) {
      auto const end = std::min(text.find('\n'), text.size());
      ++line_number_;
      line_ = split_profile_line(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      next_ = 0;
      if (!line_.closed) {
        next_ = line_.tokens.size() - 1;
        fail("a closing quote");
      } else if (!line_.tokens.empty())
        statement();
    }
    if (profile_.name.empty() && sink_.size() == 0) {
      next_ = line_.tokens.size();
      fail("\"profile\" and a name");
    }
    return {std::move(profile_), sink_.take()};
  }

private:
  using Statement = bool (ProfileParser::*)();

  void statement() {
    static constexpr std::pair<std::string_view, Statement> statements[] = {
        {"profile", &ProfileParser::name},
        {"title", &ProfileParser::title},
        {"extends", &ProfileParser::extends},
        {"place", &ProfileParser::place},
        {"years", &ProfileParser::years},
        {"execution", &ProfileParser::execution},
        {"group", &ProfileParser::group},
        {"grade", &ProfileParser::grade},
        {"band", &ProfileParser::band},
        {"tolerance", &ProfileParser::tolerance},
        {"over_fulfilment", &ProfileParser::over},
        {"satisfaction", &ProfileParser::satisfaction},
        {"indicators", &ProfileParser::indicators},
        {"severity", &ProfileParser::severity}};
    auto const found =
        std::ranges::find(statements, line_.tokens[0].text, [](auto const& statement) { return statement.first; });
    if (found == std::end(statements) || line_.tokens[0].quoted)
      return fail("a statement: profile, title, extends, place, years, execution, group, grade, band, tolerance, "
                  "over_fulfilment, satisfaction, indicators or severity");
    next_ = 1;
    if ((this->*found->second)() && next_ < line_.tokens.size())
      fail("the end of the line");
  }

  // What a line is made of. Each says what it expected where it fails.

  void fail(std::string_view expected) {
    Location at;
    at.line = line_number_;
    at.column = next_ < line_.tokens.size() ? line_.tokens[next_].column : line_.end_column;
    sink_.emit(Code::profile_syntax, {{"expected", expected}}, at);
  }

  bool word(std::string& out, std::string_view expected, bool quoted) {
    if (next_ == line_.tokens.size() || line_.tokens[next_].quoted != quoted || line_.tokens[next_].text.empty())
      return fail(expected), false;
    out = line_.tokens[next_++].text;
    return true;
  }

  bool keyword(std::string_view wanted) {
    if (next_ == line_.tokens.size() || line_.tokens[next_].quoted || line_.tokens[next_].text != wanted)
      return false;
    ++next_;
    return true;
  }

  bool expect(std::string_view wanted) {
    if (keyword(wanted))
      return true;
    return fail("\"" + std::string(wanted) + "\""), false;
  }

  bool number(Decimal& out, std::string_view expected = "a number") {
    auto const value = next_ < line_.tokens.size() && !line_.tokens[next_].quoted
                           ? parse_decimal(line_.tokens[next_].text)
                           : std::nullopt;
    if (!value || value->coefficient < 0)
      return fail(expected), false;
    out = *value;
    ++next_;
    return true;
  }

  // The statements.

  bool name() {
    if (!profile_.name.empty())
      return --next_, fail("one \"profile\" only"), false;
    return word(profile_.name, "a name of letters, digits and -", false);
  }

  bool title() { return word(profile_.title, "a text in double quotes", true); }
  bool place() { return word(profile_.place, "a text in double quotes", true); }

  bool extends() {
    std::string base;
    auto const column = next_ < line_.tokens.size() ? line_.tokens[next_].column : line_.end_column;
    if (!word(base, "the name of a profile", false))
      return false;
    auto const* found = by_name(base, known_);
    if (!found) {
      Location at;
      at.line = line_number_;
      at.column = column;
      return sink_.emit(Code::profile_unknown_base, {{"name", base}}, at), false;
    }
    auto own_name = std::move(profile_.name), own_title = std::move(profile_.title);
    profile_ = *found;
    profile_.name = std::move(own_name);
    profile_.title = std::move(own_title);
    profile_.place.clear();
    profile_.first_year = profile_.last_year = std::nullopt;
    return true;
  }

  bool years() {
    std::string span;
    if (!word(span, "years such as 2020..2023, 2020.. or ..2020", false))
      return false;
    auto const dots = span.find("..");
    auto const first = year(span.substr(0, dots)), last = dots == span.npos ? first : year(span.substr(dots + 2));
    if (!first || !last)
      return --next_, fail("years such as 2020..2023, 2020.. or ..2020"), false;
    profile_.first_year = *first == 0 ? std::nullopt : first;
    profile_.last_year = *last == 0 ? std::nullopt : last;
    return true;
  }

  /// 0 for an open end.
  static std::optional<int> year(std::string const& digits) {
    if (digits.empty())
      return 0;
    if (digits.size() != 4 || !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; }))
      return std::nullopt;
    return std::stoi(digits);
  }

  bool execution() {
    if (keyword("from"))
      return number(profile_.execution, "a percentage");
    std::vector<Decimal> weights(1);
    if (!expect("weight") || !number(weights[0]))
      return false;
    while (keyword("or"))
      if (!number(weights.emplace_back()))
        return false;
    profile_.execution_weights = std::move(weights);
    return true;
  }

  bool group() {
    GroupRule rule;
    if (!word(rule.group, "the name of a group in double quotes", true))
      return false;
    rule.required = keyword("required");
    rule.expected = !rule.required && keyword("expected");
    if (!rule.required && !rule.expected && !keyword("optional"))
      return fail("\"required\", \"expected\" or \"optional\""), false;
    if (keyword("weight") && !number(rule.weight.emplace()))
      return false;
    auto const known = std::ranges::find(profile_.groups, rule.group, &GroupRule::group);
    if (known != profile_.groups.end())
      *known = std::move(rule);
    else
      profile_.groups.push_back(std::move(rule));
    return true;
  }

  bool grade() {
    GradeCutOff cut;
    if (!word(cut.grade, "a grade in double quotes", true) || !expect("from") || !number(cut.from))
      return false;
    std::erase_if(profile_.grades, [&](GradeCutOff const& one) { return one.grade == cut.grade; });
    profile_.grades.push_back(std::move(cut));
    std::ranges::stable_sort(profile_.grades, [](auto const& a, auto const& b) { return b.from < a.from; });
    return true;
  }

  bool band() {
    ScoreBand band;
    for (std::string_view const result : {"met", "partly", "missed"})
      if (band.result.empty() && keyword(result))
        band.result = result;
    if (band.result.empty())
      return fail("\"met\", \"partly\" or \"missed\""), false;
    if (!number(band.low, "a percentage") || !expect("to") || !number(band.high, "a percentage"))
      return false;
    std::erase_if(profile_.bands, [&](ScoreBand const& one) { return one.result == band.result; });
    profile_.bands.push_back(std::move(band));
    return true;
  }

  bool tolerance() {
    if (keyword("strict"))
      return number(profile_.strict);
    if (keyword("rounded"))
      return number(profile_.rounded);
    return fail("\"strict\" or \"rounded\""), false;
  }

  bool over() { return number(profile_.over_fulfilment, "a percentage"); }
  bool satisfaction() { return expect("from") && number(profile_.satisfaction, "a percentage"); }

  bool indicators() {
    return expect("from") && whole_number(profile_.fewest_indicators) &&
           (!keyword("to") || whole_number(profile_.most_indicators));
  }

  bool whole_number(int& out) {
    Decimal count;
    if (!number(count, "a whole number"))
      return false;
    if (count.scale != 0 || count.coefficient > 1000)
      return --next_, fail("a whole number"), false;
    out = static_cast<int>(count.coefficient);
    return true;
  }

  bool severity() {
    auto const column = next_ < line_.tokens.size() ? line_.tokens[next_].column : line_.end_column;
    std::string code, level;
    if (!word(code, "the code of a rule", false))
      return false;
    auto const found = find_code(code);
    if (!found || !is_rule(*found)) {
      Location at;
      at.line = line_number_;
      at.column = column;
      return sink_.emit(Code::profile_unknown_rule, {{"code", code}}, at), false;
    }
    if (!word(level, "off, note, warning or error", false))
      return false;
    auto const parsed = parse_level(level);
    if (!parsed)
      return --next_, fail("off, note, warning or error"), false;
    profile_.levels.push_back({*found, *parsed});
    return true;
  }

  std::span<Profile const> known_;
  Profile profile_;
  DiagnosticSink sink_;
  ProfileLine line_;
  std::uint32_t line_number_ = 0;
  std::size_t next_ = 0; ///< of the line's tokens
};

/// Those that build on others behind those.
std::vector<Profile> read_builtin() {
  std::vector<Profile> out;
  auto const files = embedded_profiles();
  std::vector<bool> done(files.size(), false);
  for (std::size_t round = 0; round < files.size(); ++round)
    for (std::size_t i = 0; i < files.size(); ++i)
      if (!done[i])
        if (auto reading = ProfileParser(out).parse(files[i].text); reading.diagnostics.empty()) {
          out.push_back(std::move(reading.profile));
          done[i] = true;
        }
  std::ranges::sort(out, {}, &Profile::name);
  return out;
}

bool covers(Profile const& profile, std::optional<int> year) {
  if (!year)
    return !profile.last_year;
  return (!profile.first_year || *profile.first_year <= *year) && (!profile.last_year || *year <= *profile.last_year);
}

} // namespace

std::span<Profile const> profiles() {
  static std::vector<Profile> const all = read_builtin();
  return all;
}

ProfileReading read_profile(std::string_view text) { return ProfileParser(profiles()).parse(text); }

Profile const* find_profile(std::string_view name) { return by_name(name, profiles()); }

Profile const& profile_for(std::string_view place, std::optional<int> fiscal_year) {
  static Profile const none{};
  Profile const* best = &none;
  for (auto const& profile : profiles()) {
    if (!covers(profile, fiscal_year))
      continue;
    if (!profile.place.empty() && place.starts_with(profile.place))
      return profile;
    if (profile.place.empty())
      best = &profile;
  }
  return *best;
}

} // namespace jixiao
