/**
 * How good a generator is, in numbers: functions of images, features or labels, each with its
 * source; and the classifiers of ours, whose features stand in for Inception's on small grey
 * images.
 */
package ganengine.gan.measure;
