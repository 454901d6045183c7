package com.example.client;

/** An amount on an account. */
public record Entry(String account, long cents) {}
