package com.example.ledger;

import com.example.client.LedgerClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Sends postings to the central ledger. */
@Service
class Postings {
    private final LedgerClient client;

    Postings(@Value("${ledger.url}") String url) {
        this.client = LedgerClient.connect(url);
    }

    void transfer(String from, String to, long cents) {
        client.post(from, -cents);
        client.post(to, cents);
    }
}
