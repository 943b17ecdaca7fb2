package dev.zonec.checker.deployed;

import dev.zonec.model.endpoint.Connection;

/**
 * A connection between listed ends.
 *
 * @param source the number of its source
 * @param destination the number of its destination
 * @param connection the connection
 */
record ListedConnection(int source, int destination, Connection connection) {}
