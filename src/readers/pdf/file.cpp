#include "readers/pdf/file.hpp"

#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFExc.hh>

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

namespace jixiao::pdf {
namespace {

/// Takes the end of a chain of filters. To throw is the one way to stop those before it.
class BoundedString : public Pipeline {
public:
  explicit BoundedString(std::string& out) : Pipeline("text", nullptr), out_(out) {}

  void write(unsigned char const* data, std::size_t size) override {
    auto const room = largest_stream - out_.size();
    out_.append(reinterpret_cast<char const*>(data), std::min(size, room));
    if (size > room) {
      full_ = true;
      throw std::length_error("unpacks to more than 16 MiB");
    }
  }

  void finish() override {}
  bool is_full() const { return full_; }

private:
  std::string& out_;
  bool full_ = false;
};

int count_filters(Object const& stream) {
  auto filter = value(stream, "/Filter");
  return filter.isArray() ? filter.getArrayNItems() : filter.isName() ? 1 : 0;
}

/// "the file (object 3 0, offset 17): what is wrong" without what says nothing to the user.
std::string what_is_wrong(QPDFExc const& error) { return error.getMessageDetail(); }

struct Attempt {
  std::unique_ptr<QPDF> qpdf;
  Opening opening = Opening::failed;
  std::string problem;
};

Attempt try_open(std::string_view bytes) {
  Attempt attempt;
  auto qpdf = std::make_unique<QPDF>();
  qpdf->setSuppressWarnings(true);
  try {
    qpdf->processMemoryFile("file", bytes.data(), bytes.size());
    bool const has_root = qpdf->getRoot().isDictionary();
    auto const warnings = qpdf->getWarnings();
    attempt.opening = warnings.empty() ? Opening::whole : Opening::recovered;
    attempt.problem = warnings.empty() ? std::string() : what_is_wrong(warnings.front());
    if (has_root)
      attempt.qpdf = std::move(qpdf);
    else
      attempt.opening = Opening::failed;
  } catch (QPDFExc const& error) {
    attempt.opening = error.getErrorCode() == qpdf_e_password ? Opening::needs_password : Opening::failed;
    attempt.problem = what_is_wrong(error);
  } catch (std::exception const& error) {
    attempt.opening = Opening::failed;
    attempt.problem = error.what();
  }
  return attempt;
}

/// Number of the object that is the catalogue, found by its text.
std::string find_catalogue(std::string_view bytes) {
  for (auto at = bytes.rfind("/Catalog"); at != std::string_view::npos && at > 0;
       at = bytes.rfind("/Catalog", at - 1)) {
    auto const object = bytes.rfind(" obj", at);
    if (object == std::string_view::npos)
      return {};
    auto begin = object;
    constexpr std::size_t longest = 20;
    while (begin > 0 && object - begin < longest &&
           ((bytes[begin - 1] >= '0' && bytes[begin - 1] <= '9') || bytes[begin - 1] == ' '))
      --begin;
    auto const reference = bytes.substr(begin, object - begin);
    if (reference.find_first_of("0123456789") != std::string_view::npos && bytes.find("endobj", object) > at)
      return std::string(reference);
  }
  return {};
}

/// The file without what stands behind its last end.
std::string cut_behind_end(std::string_view bytes) {
  constexpr std::string_view mark = "%%EOF";
  auto const end = bytes.rfind(mark);
  return end == std::string_view::npos ? std::string() : std::string(bytes.substr(0, end + mark.size())) + '\n';
}

/// The file with a trailer for its catalogue.
std::string with_trailer(std::string_view bytes) {
  auto const catalogue = find_catalogue(bytes);
  if (catalogue.empty())
    return {};
  return std::string(bytes) + "\nendstream endobj\ntrailer <</Root " + catalogue + " R>>\nstartxref\n0\n%%EOF\n";
}

/// Walks the tree of pages; what is met twice is left out.
class PageTree {
public:
  PageTree(PdfFile& file, std::size_t most_pages) : file_(file), most_(most_pages) {}

  void run() {
    open_.push_back({file_.qpdf->getRoot().getKey("/Pages"), {}, {}, 0});
    while (!open_.empty() && file_.pages.size() <= most_) {
      auto node = std::move(open_.back());
      open_.pop_back();
      if (!guarded([&] { visit(node); }))
        file_.lacks_pages = true;
    }
    if (file_.pages.empty())
      guarded([&] { collect_all(); });
    file_.has_more_pages = file_.pages.size() > most_;
    file_.pages.resize(std::min(file_.pages.size(), most_));
  }

private:
  void visit(PageObject node) {
    if (!node.page.isDictionary()) {
      file_.lacks_pages = true;
      return;
    }
    if (!is_new(node.page))
      return;
    inherit(node);
    auto kids = node.page.getKey("/Kids");
    if (!kids.isArray()) {
      file_.pages.push_back(std::move(node));
      return;
    }
    for (auto i = kids.getArrayNItems(); i-- > 0 && open_.size() <= most_nodes;)
      open_.push_back({kids.getArrayItem(i), node.resources, node.crop_box, node.rotation});
  }

  bool is_new(Object node) { return !node.isIndirect() || seen_.insert(node.getObjGen()).second; }

  static void inherit(PageObject& node) {
    if (auto own = node.page.getKey("/Resources"); own.isDictionary())
      node.resources = own;
    if (auto media = node.page.getKey("/MediaBox"); media.isArray())
      node.crop_box = media;
    if (auto crop = node.page.getKey("/CropBox"); crop.isArray())
      node.crop_box = crop;
    if (auto rotation = node.page.getKey("/Rotate"); rotation.isNumber())
      node.rotation = static_cast<int>(std::fmod(number(rotation, 0), 360));
  }

  /// Pages without a tree, in the order of their numbers.
  void collect_all() {
    for (auto object : file_.qpdf->getAllObjects())
      if (object.isDictionaryOfType("/Page") && file_.pages.size() <= most_) {
        PageObject page{object, {}, {}, 0};
        inherit(page);
        file_.pages.push_back(std::move(page));
      }
  }

  static constexpr std::size_t most_nodes = 1'000'000; // that wait to be visited

  PdfFile& file_;
  std::size_t most_;
  std::vector<PageObject> open_;
  std::set<QPDFObjGen> seen_;
};

std::uint32_t adler32(std::string_view bytes) {
  constexpr std::uint32_t base = 65521;
  constexpr std::size_t most = 5552; // sums that do not overflow
  std::uint32_t a = 1, b = 0;
  while (!bytes.empty()) {
    for (auto const c : bytes.substr(0, most))
      a += static_cast<unsigned char>(c), b += a;
    a %= base, b %= base;
    bytes.remove_prefix(std::min(bytes.size(), most));
  }
  return b << 16 | a;
}

/// False when the checksum behind packed data is that of other data; qpdf does not mind. Asked of streams with the one
/// filter that has a checksum.
bool matches_checksum(Object stream, std::string_view unpacked) {
  auto filter = value(stream, "/Filter");
  if (filter.isArray() && filter.getArrayNItems() == 1)
    filter = filter.getArrayItem(0);
  auto* const owner = stream.getOwningQPDF();
  if (!filter.isName() || filter.getName() != "/FlateDecode" || !value(stream, "/DecodeParms").isNull() ||
      owner == nullptr || owner->isEncrypted())
    return true;
  auto const raw = stream.getRawStreamData();
  // Line ends may stand behind it.
  constexpr std::size_t reach = 12;
  std::string_view const packed(reinterpret_cast<char const*>(raw->getBuffer()), raw->getSize());
  auto const sum = adler32(unpacked);
  std::string expected;
  for (int shift = 24; shift >= 0; shift -= 8)
    expected.push_back(static_cast<char>(sum >> shift & 0xFF));
  return packed.substr(packed.size() - std::min(packed.size(), reach)).find(expected) != std::string_view::npos;
}

} // namespace

PdfFile open_pdf(std::string_view bytes, std::size_t most_pages) {
  PdfFile file;
  auto const take = [&](Attempt attempt) {
    file.qpdf = std::move(attempt.qpdf);
    file.opening = attempt.opening;
    if (file.opening != Opening::whole && file.problem.empty())
      file.problem = std::move(attempt.problem);
    if (file.qpdf == nullptr)
      return;
    guarded([&] { PageTree(file, most_pages).run(); });
  };
  take(try_open(bytes));
  for (auto* const mend : {cut_behind_end, with_trailer}) {
    if (!file.pages.empty() || file.opening == Opening::needs_password)
      return file;
    file.qpdf.reset();
    file.repaired = mend(bytes);
    if (file.repaired.empty())
      continue;
    take(try_open(file.repaired));
    if (!file.pages.empty())
      file.opening = Opening::recovered;
  }
  if (file.pages.empty() && file.opening != Opening::needs_password)
    file.opening = Opening::failed;
  return file;
}

std::string later_problem(PdfFile const& file) {
  auto const warnings = file.qpdf->getWarnings();
  return warnings.empty() ? std::string() : what_is_wrong(warnings.front());
}

StreamData read_stream(Object stream) {
  StreamData data;
  if (!stream.isStream())
    return {{}, "cannot be found"};
  if (count_filters(stream) > most_filters)
    return {{}, "is packed more than 4 times"};
  BoundedString out(data.bytes);
  bool attempted = false;
  bool const piped = guarded([&] {
    bool const good = stream.pipeStreamData(&out, &attempted, 0, qpdf_dl_generalized, true);
    data.problem = !attempted ? "is packed in a way that is not known" : good ? "" : "is damaged";
  });
  if (out.is_full())
    data.problem = "unpacks to more than 16 MiB";
  else if (!piped)
    data.problem = "is damaged";
  if (!attempted && !out.is_full())
    data.bytes.clear();
  if (data.problem.empty())
    guarded([&] {
      if (!matches_checksum(stream, data.bytes))
        data.problem = "does not match its checksum";
    });
  return data;
}

Object value(Object const& dictionary, char const* key) {
  auto holder = dictionary;
  if (holder.isStream())
    return holder.getDict().getKey(key);
  return holder.isDictionary() ? holder.getKey(key) : Object::newNull();
}

double number(Object const& object, double otherwise) {
  auto handle = object;
  if (!handle.isNumber())
    return otherwise;
  auto const found = handle.getNumericValue();
  return std::isfinite(found) && std::abs(found) < 1e9 ? found : otherwise;
}

std::optional<Rectangle> rectangle(Object const& array) {
  auto box = array;
  if (!box.isArray() || box.getArrayNItems() != 4)
    return {};
  double values[4];
  for (int i = 0; i < 4; ++i)
    values[i] = number(box.getArrayItem(i), 0);
  return Rectangle{std::min(values[0], values[2]), std::min(values[1], values[3]), std::max(values[0], values[2]),
                   std::max(values[1], values[3])};
}

} // namespace jixiao::pdf
