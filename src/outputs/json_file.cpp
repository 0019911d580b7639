#include "outputs/formats.hpp"
#include "outputs/output_file.hpp"

#include <jixiao/writers.hpp>

namespace jixiao {

namespace {

/// What stands around documents in a file.
struct Frame {
  std::string_view before_first, between, behind_last;
  JsonStyle style;
  int depth;
};

constexpr Frame one_object{"", "", "\n", JsonStyle::pretty, 0};
constexpr Frame array{"[\n  ", ",\n  ", "\n]\n", JsonStyle::pretty, 1};
// Each line is whole when it is written: whoever reads along sees no half documents.
constexpr Frame object_a_line{"", "", "", JsonStyle::compact, 0};

class JsonFile final : public FreshOutput {
public:
  JsonFile(std::string const& path, Frame const& frame) : out_(path), frame_(frame) {}

  Rendered render(Document const& document, std::uint64_t number) const override {
    std::string text(number == 0 ? frame_.before_first : frame_.between);
    write_json(text, document, frame_.style, frame_.depth);
    if (frame_.style == JsonStyle::compact)
      text += '\n';
    return {std::move(text)};
  }
  bool take(Rendered const& rendered) override {
    is_empty_ = false;
    return out_.write(rendered[0]);
  }
  void finish(Reach const&) override {
    if (!is_empty_)
      out_.write(frame_.behind_last);
    else if (frame_.depth > 0)
      out_.write("[]\n");
    out_.finish();
  }

private:
  OutputFile out_;
  Frame frame_;
  bool is_empty_ = true;
};

} // namespace

std::unique_ptr<DocumentOutput> make_json_file(OutputOptions const& options) {
  auto const& frame = options.format == OutputFormat::jsonl ? object_a_line : options.several ? array : one_object;
  return std::make_unique<JsonFile>(options.path, frame);
}

} // namespace jixiao
