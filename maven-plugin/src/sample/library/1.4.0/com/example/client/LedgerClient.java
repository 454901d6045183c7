package com.example.client;

/** Talks to the central ledger. */
public final class LedgerClient {
    private final String url;

    private LedgerClient(String url) {
        this.url = url;
    }

    public static LedgerClient connect(String url) {
        return new LedgerClient(url);
    }

    /** Books an amount on an account. */
    public void post(String account, long cents) {
        System.out.println("POST " + url + "/accounts/" + account + " " + cents);
    }
}
