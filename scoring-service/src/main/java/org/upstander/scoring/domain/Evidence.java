package org.upstander.scoring.domain;

/**
 * A part of the text that weighs.
 *
 * @param start first UTF-16 code unit of the post's text
 * @param end one past the last
 * @param category what it weighs for
 * @param weight share of the verdict, 0 to 1
 */
public record Evidence(int start, int end, Category category, double weight) {}
