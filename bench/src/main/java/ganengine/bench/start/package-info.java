/**
 * Whether training becomes fast in every process, and how soon: fresh ones train for some seconds
 * each and are compared with one another. What compiles Java's code at run time is a race, which
 * some starts could lose.
 */
package ganengine.bench.start;
