#pragma once

#include <jixiao/document.hpp>

#include <cstdint>
#include <string_view>
#include <type_traits>

/// The members of the canonical document's objects as data: members.def with pointers to the members of the structs.
namespace jixiao {

enum class Presence : std::uint8_t { always, if_set, if_any, by_field };

template <class T> struct ObjectMembers;

template <> struct ObjectMembers<Document> {
  static constexpr std::string_view name = "document";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_DOCUMENT(member, presence, words)                                                                       \
  each(&Document::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_DOCUMENT
  }
};

template <> struct ObjectMembers<Source> {
  static constexpr std::string_view name = "source";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_SOURCE(member, presence, words)                                                                         \
  each(&Source::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_SOURCE
  }
};

template <> struct ObjectMembers<Section> {
  static constexpr std::string_view name = "section";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_SECTION(member, presence, words)                                                                        \
  each(&Section::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_SECTION
  }
};

template <> struct ObjectMembers<Form> {
  static constexpr std::string_view name = "form";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_FORM(member, presence, words)                                                                           \
  each(&Form::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_FORM
  }
};

template <> struct ObjectMembers<Party> {
  static constexpr std::string_view name = "party";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_PARTY(member, presence, words)                                                                          \
  each(&Party::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_PARTY
  }
};

template <> struct ObjectMembers<Fund> {
  static constexpr std::string_view name = "fund";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_FUND(member, presence, words)                                                                           \
  each(&Fund::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_FUND
  }
};

template <> struct ObjectMembers<ScheduleEntry> {
  static constexpr std::string_view name = "schedule_entry";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_SCHEDULE_ENTRY(member, presence, words)                                                                 \
  each(&ScheduleEntry::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_SCHEDULE_ENTRY
  }
};

template <> struct ObjectMembers<Goals> {
  static constexpr std::string_view name = "goals";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_GOALS(member, presence, words)                                                                          \
  each(&Goals::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_GOALS
  }
};

template <> struct ObjectMembers<Indicator> {
  static constexpr std::string_view name = "indicator";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_INDICATOR(member, presence, words)                                                                      \
  each(&Indicator::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_INDICATOR
  }
};

template <> struct ObjectMembers<Value> {
  static constexpr std::string_view name = "value";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_VALUE(member, presence, words)                                                                          \
  each(&Value::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_VALUE
  }
};

template <> struct ObjectMembers<ValueOf> {
  static constexpr std::string_view name = "value_of";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_VALUE_OF(member, presence, words)                                                                       \
  each(&ValueOf::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_VALUE_OF
  }
};

template <> struct ObjectMembers<Labelled> {
  static constexpr std::string_view name = "labelled";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_LABELLED(member, presence, words)                                                                       \
  each(&Labelled::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_LABELLED
  }
};

template <> struct ObjectMembers<Choice> {
  static constexpr std::string_view name = "choice";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_CHOICE(member, presence, words)                                                                         \
  each(&Choice::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_CHOICE
  }
};

template <> struct ObjectMembers<Coverage> {
  static constexpr std::string_view name = "coverage";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_COVERAGE(member, presence, words)                                                                       \
  each(&Coverage::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_COVERAGE
  }
};

template <> struct ObjectMembers<Unclaimed> {
  static constexpr std::string_view name = "unclaimed";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_UNCLAIMED(member, presence, words)                                                                      \
  each(&Unclaimed::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_UNCLAIMED
  }
};

template <> struct ObjectMembers<Furniture> {
  static constexpr std::string_view name = "furniture";
  template <class Each> static void each(Each const& each) {
#define JIXIAO_FURNITURE(member, presence, words)                                                                      \
  each(&Furniture::member, #member, Presence::presence, words);
#include "model/members.def"
#undef JIXIAO_FURNITURE
  }
};

/// Calls `each` with the type of each object that has members.
template <class Each> void for_each_object(Each const& each) {
  each(std::type_identity<Document>());
  each(std::type_identity<Source>());
  each(std::type_identity<Section>());
  each(std::type_identity<Form>());
  each(std::type_identity<Party>());
  each(std::type_identity<Fund>());
  each(std::type_identity<ScheduleEntry>());
  each(std::type_identity<Goals>());
  each(std::type_identity<Indicator>());
  each(std::type_identity<Value>());
  each(std::type_identity<ValueOf>());
  each(std::type_identity<Labelled>());
  each(std::type_identity<Choice>());
  each(std::type_identity<Coverage>());
  each(std::type_identity<Unclaimed>());
  each(std::type_identity<Furniture>());
}

} // namespace jixiao
