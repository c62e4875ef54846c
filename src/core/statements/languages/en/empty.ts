import type { EmptyWords } from "../empty-words.ts";

export const englishEmpty: EmptyWords = {
  fillers: [
    "n a",
    "na",
    "no",
    "nope",
    "none",
    "nil",
    "null",
    "nothing",
    "nothing yet",
    "not applicable",
    "not available",
    "not yet",
    "no response",
    "no answer",
    "no description",
    "no description provided",
    "unknown",
    "idk",
    "tbd",
    "tba",
    "tbc",
    "to be determined",
    "to be defined",
    "to be done",
    "to do",
    "todo",
    "wip",
    "work in progress",
    "coming soon",
    "later",
    "fill me in",
    "placeholder",
    "lorem ipsum",
    "x",
    "asdf",
    "test",
    "yes",
    "ok",
    "done",
    "title",
    "as title",
    "as titled",
    "as per title",
    "as the title says",
    "per title",
    "same",
    "above",
    "below",
    "as above",
    "as below",
    "ditto",
    "self explanatory",
    "self evident",
    "pretty self explanatory",
    "obvious",
  ],
  pointers: [
    "see (?:the )?(?:linked |attached )?\\p{L}+(?: messages?)?",
    "(?:please )?(?:see|refer to|check|read|described in|explained in|covered in|covered by|discussed in|as (?:in|per|described in|discussed in|mentioned in|stated in)|same (?:as(?: in)?|in)) (?:(?:the|this|my|our|its|linked|attached|related|associated|parent|original|commit|issue|ticket|pr|pull request) )*(?:title|subject|name|issues?|tickets?|above|below|description|summary|commits?|messages?|pr|pull request|thread|discussion|links?|comments?|code|diff|changelog|elsewhere)(?: (?:of|in|on) (?:(?:the|this|that|linked|related|parent) )*(?:issue|ticket|pr|pull request|commit))?(?: (?:above|below|for (?:more )?(?:details|info|information|context)|please|thanks))*",
    "as (?:discussed|agreed|mentioned|described|explained|stated|noted|requested|suggested|usual|always|before)(?: (?:above|below|earlier|before|already|offline|yesterday|today|elsewhere|(?:in|with|on|by|via|during|over|at) (?:\\p{L}+ ?){1,3}))*",
    "(?:the )?(?:pr |issue )?(?:title|name|subject) (?:already )?(?:says|explains|describes|tells|covers|speaks)(?: (?:it|everything|all|for|itself))*",
    "(?:it |this |that )?(?:is |s )?(?:(?:pretty|quite|fairly|rather) )?(?:self explanatory|obvious|clear)(?: from (?:the )?(?:title|code|diff|context))?",
    "x{2,}",
  ],
  denials: (
    "no none not never nope nothing nobody cant cannot dont doesnt didnt havent hasnt isnt arent wasnt nah neither without " +
    "na tbd tba tbc todo later soon pending follow follows following unknown unsure unclear idk add added fill"
  ).split(" "),
  thin: (
    "a an any any1 the this that these it its i we you us me our my im ive id weve were they one ones is are was be been being am s t " +
    "have has had having got do does did will would can could should may might shall know think see say tell need needed needs want " +
    "here there yet now still so far really sure real clear exact concrete specific formal particular explicit such much further other " +
    "at for of on in to as by if or and then when once what which just also actually honestly currently moment time point today right " +
    "sorry please thanks tbh afaik imo sadly unfortunately well oh um hmm ok out up down provide provided give given write written " +
    "come comes coming update updated complete completed pr change moment stage all else more best details special particular"
  ).split(" "),
  asked: (
    "hypothesis hypotheses problem problems issue issues metric metrics kpi kpis measure measures evidence idea ideas clue answer bet " +
    "window alternative alternatives effect outcome baseline target numbers proof research applicable relevant available defined"
  ).split(" "),
  material:
    "data feedback analytics figures stats statistics logs screenshots screenshot reports survey surveys interviews tests users user customer customers".split(
      " ",
    ),
  refusal:
    "(?:n\\s?[/\\\\.]\\s?a\\b\\.?|(?:this is |it is |it['’]s )?not (?:applicable|relevant|needed|required|necessary)|none(?: needed| required)?|no (?:user |specific |real |actual )?(?:problem|hypothesis|metric|evidence)s?)(?: here)?\\s*(?:[-–—:;,.(]|because |as (?!an? )|since |due to |for (?:this|an?) (?:pr|pull request|change|refactor|chore|fix))",
  nevertheless: "but|however|although|though|except|still|yet|nevertheless",
};
