package org.upstander.ingest.application;

/**
 * In which post each of the latest sentences stood. Two tables, of which the older is forgotten as
 * a whole when the younger is full: a sentence costs twelve bytes a place, and no object.
 */
final class SaidSentences {

    private final int most;
    private Table younger;
    private Table older;

    /**
     * @param most sentences that are remembered at least; up to twice as many are
     */
    SaidSentences(int most) {
        this.most = most;
        this.younger = new Table(most);
        this.older = new Table(0);
    }

    /** A later post takes an earlier one's place. */
    synchronized void put(long sentence, String post) {
        if (younger.size == most) {
            older = younger;
            younger = new Table(most);
        }
        younger.put(sentence, post);
    }

    /** The last post in which it stood, or null. */
    synchronized String post(long sentence) {
        String post = younger.post(sentence);
        return post == null ? older.post(sentence) : post;
    }

    /** Open addressing, half empty: numbers of sentences are spread evenly. */
    private static final class Table {

        private final long[] sentences;
        private final String[] posts;
        private int size;

        Table(int most) {
            int places = Integer.highestOneBit(Math.max(1, most)) * 4;
            sentences = new long[places];
            posts = new String[places];
        }

        void put(long sentence, String post) {
            int place = place(sentence);
            size += posts[place] == null ? 1 : 0;
            sentences[place] = sentence;
            posts[place] = post;
        }

        String post(long sentence) {
            return posts[place(sentence)];
        }

        /** Where it stands, or would. */
        private int place(long sentence) {
            int place = (int) sentence & posts.length - 1;
            while (posts[place] != null && sentences[place] != sentence) {
                place = place + 1 & posts.length - 1;
            }
            return place;
        }
    }
}
