package io.github.incidentadvisor.incidents.match;

import io.github.incidentadvisor.incidents.text.Token;
import io.github.incidentadvisor.incidents.text.Tokens;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that say something: not those of every English text, every release note or every post-mortem. */
final class Telling {
    private static final Set<String> EVERYWHERE = stems("""
            a about above after again all also although always an and another any are around as at away back be became because
            been before being below best better between both but by came can cannot could did do does doing done down due during
            each either else even ever every few first for from full further gave get give given go goes going gone got had has
            have having he her here him his how however i if in instead into is it its itself just keep kept know known last later
            least less let like little long longer look made make makes making many may me might more most much must my near need
            needed needs never new next no none nor not nothing now of off often old on once one only onto or other others our out
            over own part per put quite rather really right said same saw say see seem seen set several shall she should since so
            some something soon still such take taken than that the their them then there these they thing this those though
            three through thus time times to today together too took toward two under until up upon us use used user users uses
            using very via want was way we well went were what when where whether which while who whole whose why will with
            within without won would yet you your yes end ends start starts day days hour hours minute minutes second seconds
            week weeks month months year years able allow allows already area available based cause caused causing change
            changed changes changing clear common complete contain contains create created current currently default defaults
            different directly does effect enable enabled example existing expected fact feature features fix fixed fixes fixing
            follow followed following found general happen happened help high higher improve improved include included includes
            including increase increased indeed initial instance issue issues known large latest lead leads level line lines list
            local low main major manual mean means minor mode multiple name named note notes number order original possible
            present previous problem problems process production project provide provided reason recent release released releases
            remain remove removed removes replace replaced report reported request requests require required requires result
            results return returned returns run running runs safe several show shown similar simple single small special specific
            stable standard state step steps stop stopped support supported supports switch system test tests tool tools total
            try type types update updated updates upgrade upgraded upgrades value values version versions work worked working
            works wrong incident incidents outage outages service services server servers error errors fail failed failing fails
            failure failures team teams customer customers alert alerts alerting application applications app deploy deployed
            deployment cluster clusters configuration config configured component components data database environment
            code pull merge merged node nodes pod pods container containers host hosts log logs monitoring engineer engineers
            root impact timeline summary resolution action actions items lessons learned detection platform public private
            client clients library libraries api apis class classes method methods option options dependency dependencies java
            engine operator chart charts image images resource resources custom definition definitions longer support month
            months regular interim bug bugs function functions group groups interface performance message messages file files
            move moved moves moving bring brings brought post posts compile compiles method methods your
            key keys path paths call calls handle read write added adding adds add deprecated deprecation more make""");

    private Telling() {}

    /** Whether a word says something. */
    static boolean is(String stem) {
        return !EVERYWHERE.contains(stem);
    }

    private static Set<String> stems(String words) {
        return Arrays.stream(words.split("\\s+"))
                .map(word -> Token.stemOf(word))
                .collect(Collectors.toSet());
    }

    /** The stems of a text that say something, in its order. */
    static Set<String> of(String text) {
        Set<String> telling = new LinkedHashSet<>();
        for (Token token : Tokens.of(text)) {
            if (!token.number() && token.term().length() > 2 && !EVERYWHERE.contains(token.stem())) {
                telling.add(token.stem());
            }
        }
        return telling;
    }
}
