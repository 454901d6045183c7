package io.github.incidentadvisor.incidents.index;

import io.github.incidentadvisor.incidents.text.Token;
import io.github.incidentadvisor.incidents.text.Tokens;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of a text as our own reading cuts them, so that the index and the judgement mean the same words. */
final class StemStream extends TokenStream {
    private static final int LONGEST = 80;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Iterator<String> stems;

    StemStream(String text) {
        List<String> all = new ArrayList<>();
        for (Token token : Tokens.of(text)) {
            add(token.stem(), all);
            if (!token.first().isEmpty()) {
                add(Token.stemOf(token.first()), all);
            }
        }
        this.stems = all.iterator();
    }

    private static void add(String stem, List<String> all) {
        if (stem.length() <= LONGEST) {
            all.add(stem);
        }
    }

    @Override
    public boolean incrementToken() {
        if (!stems.hasNext()) {
            return false;
        }
        clearAttributes();
        term.append(stems.next());
        return true;
    }
}
