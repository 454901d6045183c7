package io.github.incidentadvisor.model;

/** One thing for a person to do and tick off; the id lets a tick survive the next run. */
public record Task(String id, String text, Place place) {}
