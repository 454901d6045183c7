package io.github.incidentadvisor.verify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Nobody has measured that a change is safe; at most, that nothing was found in what was checked. */
final class Safety implements Check {
    private static final String MORE =
            "((known|further|other|more|any|code|additional|real|significant|extra|immediate|special|manual|last|open|remaining) )*";

    private static final String CARE =
            "(checks?|checking|tests?|testing|reviews?|reviewing|verification|verifying|validation|"
                    + "precautions?|care|work|rework|changes|adjustments?|adaptations?|preparations?|action|steps|effort|ado|delay|"
                    + "hesitation|worry|worries|concerns?|thought|hurry|risks?|danger|problems?|issues?|trouble|harm|impact|side effects|"
                    + "downsides?|surprises?|regressions?|downtime|interruptions?|blockers?|obstacles?|hurdles?|objections?|doubts?)";

    private static final String GOING =
            "(merge|merging|ship|shipping|deploy|deploying|go|going|upgrade|upgrading|release|releasing|"
                    + "proceed|proceeding|roll out|rolling out|approve|approving|take|apply|move on|production)";

    /** Closed classes: the absence of risk or need, that nothing happens, that it works, leave to merge, and leave not to act. */
    private static final List<Pattern> PHRASES = List.of(
            phrase("(no|without|zero|free of|free from|little|low|minimal) " + MORE + CARE),
            phrase("(no|without( any)?|zero) " + MORE
                    + "((?<!had no )effect|changes? (is|are)? ?(needed|required|necessary)|urgency|need to worry|"
                    + "reason (to|not to|against|for|why))"),
            phrase("(nothing|none of (your|the) code|nobody)( \\w+){0,4} (can|will|could|should|to) "
                    + "(break|fail|do|worry|change|go wrong|happen)"),
            phrase(
                    "nothing (else |more |further |that )?(\\w+ )?(stands?|speaks?|prevents?|stops?|keeps?|blocks?|hinders?|holds?|argues?|"
                            + "breaks?|remains?|left|needs?|is needed|is required|is missing|is left|happens|changes|in the way)"),
            phrase(
                    "(will|would|can|does|do|should|could) (just |simply |still )?(be )?(work|go well|run fine|be fine|fine|merge cleanly)"),
            phrase("(cannot|won't|can't|doesn't|(will|would|can|does|do|should|could)( not| never)) (be )?"
                    + "(break anything|hurt|harm|matter)"),
            phrase(
                    "(enough|sufficient|sufficiently \\w+|ready|fine|okay|ok|good|clear|cleared|free|fit|suitable|time|reason|all right|right|suffices?)"
                            + " (enough )?(to|for) (be )?((you|us|the team|a|the) )*" + GOING + "(ed|d)?"),
            phrase(
                    "(?<!before it )(?<!until it )(?<!before this )(can|may|could|should) (now |simply |just |already |all )?"
                            + "(be (merged|ignored|shipped|deployed|skipped|released|postponed|disregarded|left|approved|rolled out|taken|applied)"
                            + "|go (ahead|in|out|live)|proceed|wait)(?! (until|before|after|on|off|from))"),
            phrase(
                    "go ahead|all clear|green light|as good as (done|merged|ready)|in good shape|on the safe side|good to go|sails? through"),
            phrase(
                    "(need|needs|requires?|takes?|wants?|calls? for) no (further|more|other|code|additional|action|change|test|work|testing|"
                            + "review|check|preparation|attention)"),
            phrase("((needs?|have|has) ?(not|n't)|(do|does) ?(not|n't) (need|have)) (to )?(be )?"
                    + "(worry|worried|check|checked|test|tested|review|reviewed|wait|care|act|hurry|looked at)"),
            phrase(
                    "(works|work|behaves?|runs?|starts?|builds?) (fine|well|as before|unchanged|correctly|as is|as ever|without a hitch)"),
            phrase(
                    "(will|can|should|would|to) (still )?(go on|keep|keep on|continue) (working|running|compiling|functioning)"
                            + "|(keeps?|continues?|goes on) (working|running|compiling|functioning|to (work|run|compile|function))"),
            phrase("not (a|an) (problem|issue|risk|concern|danger|blocker|obstacle)"),
            phrase("no( longer)? (breaking|break)"));

    /** What an advisory may say itself, of whom it does not concern. */
    private static final Pattern SPARED = phrase("not (be )?(affected|exposed|at risk|in danger)|unaffected");

    private static Pattern phrase(String words) {
        return Pattern.compile("(?i)\\b(?:" + words + ")\\b");
    }

    /** A cited entry says so in the same words. */
    private static boolean isQuoted(Claim claim, Pattern phrase) {
        return claim.cited().stream()
                .anyMatch(entry -> phrase.matcher(entry.evidence().quote()).find());
    }

    /** A cited entry says it of the same ones. */
    private static boolean isSpared(Claim claim) {
        return claim.statements().stream()
                .filter(known ->
                        SPARED.matcher(String.join(" ", known.clause().words())).find())
                .anyMatch(known -> {
                    List<Token> told = known.clause().tokens().stream()
                            .filter(token ->
                                    !Weights.isPlain(token) && !token.norm().equals("AFFECT"))
                            .toList();
                    long said = told.stream()
                            .filter(token -> claim.tokens().stream().anyMatch(one -> one.isIn(token)))
                            .count();
                    return said * 10 >= told.size() * 7L;
                });
    }

    @Override
    public Optional<String> objection(Claim claim) {
        boolean spares = SPARED.matcher(claim.text()).find() && !isSpared(claim);
        boolean word = claim.clauses().stream().anyMatch(clause -> clause.words().stream()
                .anyMatch(said -> Lexicon.ENGLISH.isIn("safety", said) && !said.equals("unaffected")));
        if (!word
                && !spares
                && PHRASES.stream()
                        .noneMatch(phrase -> phrase.matcher(claim.text()).find() && !isQuoted(claim, phrase))) {
            return Optional.empty();
        }
        String plain = claim.text().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        boolean quoted = claim.cited().stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.evidence().quote()), entry.concluded().stream()))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(plain));
        return quoted ? Optional.empty() : Optional.of("it claims that something is safe");
    }
}
