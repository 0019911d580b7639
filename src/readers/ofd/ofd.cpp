#include "readers/ofd/ofd.hpp"

#include "readers/ofd/document.hpp"
#include "readers/ofd/drawer.hpp"
#include "readers/page/cell_text.hpp"
#include "readers/page/read_pages.hpp"
#include "readers/page/drawn_boxes.hpp"
#include "readers/page/set_aside.hpp"
#include "readers/page/upright.hpp"
#include "readers/xml.hpp"
#include "readers/zip_directory.hpp"

#include <functional>
#include <map>

namespace jixiao {
namespace ofd {
namespace {

constexpr std::string_view root_part = "OFD.xml";
constexpr double points_of_mm = 72 / 25.4;

/// The parts that say how others are encrypted (GM/T 0099).
bool is_encrypted(Parts const& parts) {
  return parts.has("Encryptions.xml") || parts.has("Encryption.xml") || parts.has("decryptseed.dat");
}

/// The part of a document: of its current version where it has several.
std::string document_part(pugi::xml_node body, Parts& parts) {
  for (auto const version : children(child(body, "Versions"))) {
    if (attribute(version, "Current") != "true")
      continue;
    auto const part = parts.open(parts.find(attribute(version, "BaseLoc"), root_part));
    if (part != nullptr)
      if (auto const root = child(part->root(), "DocRoot"); exists(root))
        return parts.find(root.child_value(), part->name);
  }
  return parts.find(child(body, "DocRoot").child_value(), root_part);
}

/// Draws the pages of one document after the other, and hands each to a taker.
class PackageReader {
public:
  struct Taker {
    std::function<void(PageModel const&)> page;
    std::function<void()> document_end;
    std::uint32_t only = 0; ///< the one page that is wanted; 0: all
  };

  PackageReader(Package& package, Limits const& limits, Taker taker, DiagnosticSink& sink)
      : limits_(limits), taker_(std::move(taker)), sink_(sink), parts_(package, limits, sink),
        page_limits_(limits_of(limits)) {}

  void run() {
    if (is_encrypted(parts_))
      return sink_.emit(Code::encrypted_document, {});
    auto const root = parts_.open(root_part);
    if (root == nullptr)
      return;
    std::uint32_t documents = 0;
    for (auto const body : children(root->root()))
      if (local_name(body) == "DocBody") {
        ++documents;
        read(document_part(body, parts_));
      }
    if (documents > 1)
      sink_.emit(Code::several_documents, {{"count", documents}});
    if (documents == 0)
      sink_.emit(Code::damaged_part, {{"part", root_part}, {"problem", "names no document"}});
  }

private:
  void read(std::string_view part) {
    auto const document = open_document(part, parts_);
    if (document == nullptr)
      return;
    if (document->pages.empty())
      sink_.emit(Code::damaged_part, {{"part", part}, {"problem", "has no pages"}});
    for (auto const& page : document->pages) {
      if (page_ == limits_.pages) {
        sink_.emit(Code::too_many_pages, {{"limit", limits_.pages}});
        break;
      }
      ++page_;
      if (taker_.only != 0 && taker_.only != page_)
        continue;
      if (auto const content = parts_.open(page.part))
        taker_.page(draw(page, *content, *document));
      else
        sink_.emit(Code::page_damaged, {{"problem", "cannot be found"}}, here());
    }
    taker_.document_end();
  }

  PageModel draw(Document::Page const& page, Part const& content, Document& document) {
    for (auto const node : children(content.root()))
      if (local_name(node) == "PageRes")
        add_resources(node.child_value(), content.name, parts_, document);
    auto const area = physical_box(child(content.root(), "Area"), document.area);
    Matrix const to_points{points_of_mm, 0, 0, points_of_mm, -area.x * points_of_mm, -area.y * points_of_mm};
    PageModel model;
    model.number = page_;
    model.width = static_cast<float>(area.width * points_of_mm);
    model.height = static_cast<float>(area.height * points_of_mm);
    Drawer drawer(document.resources, page_limits_, budget_, model);
    for (auto const node : children(content.root()))
      if (local_name(node) == "Template")
        draw_template(reference(attribute(node, "TemplateID")), to_points, document, drawer);
    drawer.draw(child(content.root(), "Content"), to_points);
    draw_annotations(page, to_points, document, model, drawer);
    if (budget_.left == 0)
      sink_.emit(Code::page_damaged, {{"problem", "draws more than can be followed"}}, here());
    take_out_covered(model);
    settle_pictures(model, page_limits_);
    undouble(model.glyphs);
    put_drawn_boxes(model);
    turn_upright(model);
    set_aside(model);
    return model;
  }

  void draw_template(std::uint32_t id, Matrix const& matrix, Document const& document, Drawer& drawer) {
    auto const found = document.templates.find(id);
    if (found == document.templates.end())
      return sink_.emit(Code::page_damaged, {{"problem", "is a template that cannot be found"}}, here());
    auto [known, is_new] = templates_.try_emplace(found->second);
    if (is_new)
      known->second = parts_.open(found->second);
    if (known->second != nullptr)
      drawer.draw(child(known->second->root(), "Content"), matrix);
  }

  /// Stamps and what was written on are part of the page; watermarks are not.
  void draw_annotations(Document::Page const& page, Matrix const& matrix, Document const& document, PageModel& model,
                        Drawer& drawer) {
    auto const found = document.annotations.find(page.id);
    if (found == document.annotations.end())
      return;
    PageModel watermarks;
    watermarks.width = model.width, watermarks.height = model.height;
    Drawer aside(document.resources, page_limits_, budget_, watermarks);
    for (auto const& name : found->second) {
      auto const part = parts_.open(name);
      if (part == nullptr)
        continue;
      for (auto const annotation : children(part->root())) {
        auto const appearance = child(annotation, "Appearance");
        if (!exists(appearance) || attribute(annotation, "Visible") == "false")
          continue;
        auto const at = place(attribute(appearance, "Boundary")).value_or(Place{});
        auto& canvas = attribute(annotation, "Type") == "Watermark" ? aside : drawer;
        canvas.draw(appearance, Matrix{1, 0, 0, 1, at.x, at.y} * matrix);
      }
    }
    for (auto const& text : texts_as_shown(watermarks.glyphs, [](PageGlyph const& glyph) { return glyph.visible; }))
      sink_.emit(Code::watermark, {{"text", text}}, here());
  }

  Location here() const {
    Location at;
    at.page = page_;
    return at;
  }

  Limits const& limits_;
  Taker taker_;
  DiagnosticSink& sink_;
  Parts parts_;
  PageLimits page_limits_;
  Budget budget_;
  std::uint32_t page_ = 0; ///< of all documents
  std::map<std::string, std::unique_ptr<Part>> templates_;
};

} // namespace
} // namespace ofd

Identified identify_ofd(std::string_view bytes) {
  if (!is_zip(bytes))
    return {Answer::no, "no ZIP package"};
  return zip_has_entry(bytes, ofd::root_part) ? Identified{Answer::yes, "a package with OFD.xml"}
                                              : Identified{Answer::no, "a package without OFD.xml"};
}

Reading read_ofd(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  ReadingBuilder builder(limits, sink);
  std::optional<PageReader> pages(std::in_place, builder, sink);
  auto const take = [&](PageModel const& page) { pages->add(page); };
  auto const end = [&] {
    pages->finish(); // what goes on over pages ends with its document
    pages.emplace(builder, sink);
  };
  if (auto package = Package::open(source.bytes, limits, sink))
    ofd::PackageReader(*package, limits, {take, end}, sink).run();
  return std::move(builder).finish();
}

std::optional<PageModel> draw_ofd(std::string_view bytes, std::uint32_t page, Limits const& limits) {
  DiagnosticSink unheard; // reading has reported
  std::optional<PageModel> drawn;
  if (auto package = Package::open(bytes, limits, unheard); package && page != 0)
    ofd::PackageReader(*package, limits, {[&](PageModel const& model) { drawn = model; }, [] {}, page}, unheard).run();
  return drawn;
}

} // namespace jixiao
