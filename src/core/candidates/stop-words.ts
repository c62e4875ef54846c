/**
 * Words that say nothing about which problem is meant: those of the language, and those that pull requests and problems
 * have in common whatever they are about. English and German, the two languages whose texts are read.
 */
const english = `
a about after again all almost already also always am an and another any anybody anyone anything are around as at away
back be because been before being below between both but by came can cannot cant come comes could couldnt did didnt do
does doesnt doing done dont down during each either else even ever every everybody everyone everything few first for
found from further gave get gets getting give given gives go goes going gone got had has hasnt have havent having he her
here hers him his how however i if im in instead into is isnt it its itself ive just keep keeps kept know knows last less
let like lot made make makes making many may maybe me might mine more most much must my near need needed needs never new
next no nobody none nor not nothing now of off often ok old on once one ones only onto or other others our ours out over
own per please put rather re really right said same saw say says see seen seems set several shall she should since so some
somebody someone something sometimes soon still such take taken takes tell than that thats the their theirs them then
there these they thing things think this those though through thus till to today told too took tried try two under until
up upon us use used uses using very via want wants was wasnt way we well went were what when where whether which while who
whole whom whose why will with within without wont would wouldnt yes yet you your yours
able ago actually anymore best better big bit different easily easy enough every exactly good half hand happen happened
happens hard idea kind later least little long longer look looks matter mean means moment next nice obviously part place
possible problem problems quite reason second show shows shown side simply small sort start sure three times time whatever
three four five six ten hundred`;

const german = `
aber alle alles als also am an auch auf aus bei beim bin bis bitte da damit dann das dass dein dem den der des dich die
dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas euch für gegen gibt
habe haben hat hatte hier ich ihm ihn ihr ihre im immer in ist ja jede jeder jedes jetzt kann kein keine können mal man
mehr mein mich mir mit muss nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine sich sie sind so soll sollte
um und uns unser unter vom von vor war waren warum was weil wenn wer werden wie wir wird wo zu zum zur`;

/** What is done to code in general, and the names that branches begin with. */
const work = `
add added adding adds allow allows amend bug bugfix bump change changed changes chore ci cleanup code commit docs drop
enhancement feat feature features fix fixed fixes fixing handle hotfix implement implemented improve improved improvement
introduce issue main master merge minor move moved pr pull refactor release remove removed rename renamed request revert
support supports task test tests tweak update updated updates upgrade wip work works`;

export const stopWords: ReadonlySet<string> = new Set(`${english} ${german} ${work}`.trim().split(/\s+/u));
