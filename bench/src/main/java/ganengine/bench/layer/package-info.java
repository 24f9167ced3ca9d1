/**
 * How near each pass over a layer comes to what the machine can do at most: the convolutions' three
 * passes to its multiply-adds, the others to its memory.
 */
package ganengine.bench.layer;
